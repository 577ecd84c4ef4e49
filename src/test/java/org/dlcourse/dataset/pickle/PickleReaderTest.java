package org.dlcourse.dataset.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.file.DataFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PickleReaderTest {
    private static final String PROTO = "\u0080\u0002";

    /** The example of PickleMachine. */
    @Test
    void listInADictionaryIsRead() {
        assertThat(read("}q\u0000X\u0001\u0000\u0000\u0000aq\u0001]q\u0002(K\u0001K\u0002es."))
                .isEqualTo(Map.of("a", List.of(1L, 2L)));
    }

    @Test
    void readsNumbersTextsListsAndDictionaries() {
        assertThat(read("K\u00ff.")).isEqualTo(255L);
        assertThat(read("M\u0001\u0002.")).isEqualTo(513L);
        assertThat(read("J\u00fe\u00ff\u00ff\u00ff.")).isEqualTo(-2L);
        assertThat(read("\u008a\u0003\u0000\u0000\u0080.")).isEqualTo(-0x800000L);
        assertThat(read("\u008a\u0000.")).isEqualTo(0L);
        assertThat(read("X\u0002\u0000\u0000\u0000\u00c3\u00a9.")).isEqualTo("\u00e9");
        assertThat(read("}U\u0001aK\u0001s.")).isEqualTo(Map.of("a", 1L));
        assertThat(read("](K\u0001\u0088\u0089e.")).isEqualTo(List.of(1L, true, false));
        assertThat(read("]q\u0000K\u0001ah\u0000\u0086.")).isEqualTo(List.of(List.of(1L), List.of(1L)));
    }

    @Test
    void codeOfAFileIsNotRun() {
        rejects("cos\nsystem\nU\u0004echo\u0085R.", "at byte 2 it asks for os.system", "Nothing of it was run");
        rejects("cbuiltins\neval\nU\u00011\u0085R.", "asks for builtins.eval");
        rejects("U\u0002osU\u0006system\u0093.", "at byte 14 it asks for os.system");
        rejects("cnumpy\nndarray\nK\u0001\u0085R.", "calls ndarray, which is no function");
        rejects("cnumpy\ndtype\n)R.", "calls dtype with 0 arguments");
        rejects("K\u0001)R.", "calls what is no function");
        rejects("]Nb.", "gives a state to what is neither an array nor its type");
    }

    /** INST, OBJ, NEWOBJ, NEWOBJ_EX, PERSID, BINPERSID, EXT1, DUP, POP, LONG4, NEXT_BUFFER, FLOAT and what is no opcode. */
    @ParameterizedTest
    @ValueSource(chars = {'i', 'o', 0x81, 0x92, 'P', 'Q', 0x82, '2', '0', 0x8b, 0x97, 'F', 0xff})
    void otherOpcodesAreRefusedWithTheirOffset(char opcode) {
        rejects("N" + opcode + ".", String.format("at byte 3 it has the opcode 0x%02x", (int) opcode));
    }

    @Test
    void otherProtocolsAreRefused() {
        assertRejects(file("(dp0\n."), "at byte 0 it begins with the opcode MARK; expected PROTO");
        assertRejects(file("\u0080\u0006N."), "has protocol 6; expected 2 to 5");
    }

    @Test
    void lengthsBeyondTheFileAreRefusedAndNothingIsAllocatedForThem() {
        rejects("T\u00ff\u00ff\u00ff\u007f", "at byte 2 it says that 2147483647 bytes follow, and 0 do");
        rejects("T\u00ff\u00ff\u00ff\u00ff", "says that 18446744073709551615 bytes follow");
        rejects("B\u00ff\u00ff\u00ff\u00ff", "says that 4294967295 bytes follow");
        rejects("X\u00ff\u00ff\u00ff\u00ff", "says that 4294967295 bytes follow");
        rejects("\u0096\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f", "says that 9223372036854775807 bytes follow");
        rejects("\u008a\u00ff", "has a whole number of 255 bytes");
    }

    @Test
    void arraysWhoseShapeDoesNotFitAreRefused() {
        String array = "cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\u0000\u0085U\u0001b\u0087R(K\u0001";
        String type = "cnumpy\ndtype\nU\u0002u1K\u0000K\u0001\u0087R\u0089";
        String huge = "J\u00ff\u00ff\u00ff\u007f";

        assertThat(read(array + "K\u0003\u0085" + type + "U\u0003abctb.")).isInstanceOf(PickledArray.class);
        rejects(array + "K\u0004\u0085" + type + "U\u0003abctb.", "has an array of shape [4] with 3 elements");
        rejects(array + "(" + "K\u0001".repeat(33) + "t" + type + "U\u0001atb.", "has an array of 33 dimensions");
        rejects(array + huge + huge + huge + "\u0087" + type + "U\u0003abctb.", "with 3 elements");
        rejects(
                array + "J\u00ff\u00ff\u00ff\u00ff\u0085" + type + "U\u0003abctb.",
                "has an array with a length that is no");
    }

    @Test
    void wrongUseOfTheStackIsRefused() {
        rejects(".", "ends with 0 values; expected one");
        rejects("NN.", "ends with 2 values; expected one");
        rejects("(.", "ends with 1 values; expected one");
        rejects("\u0086.", "takes more values than there are");
        rejects("N(N\u0086.", "takes more values than there are");
        rejects("t.", "looks for a mark where none is");
        rejects("q\u0000.", "takes more values than there are");
        rejects("h\u0007.", "takes the value 7 out of memory, which was not put there");
        rejects("NNa.", "appends to what is no list");
        rejects(")Na.", "appends to what is no list");
        rejects("}(Nu.", "puts 1 keys and values");
        rejects("}NNs.", "has a dictionary with a key that is no short text");
    }

    @Test
    void opcodesWithoutEndAreRefused() {
        rejects("N".repeat(1_000_001), "has more than 1000000 opcodes");
    }

    @Test
    void bytesThatAreMadeOfTextAreLimited() {
        String encode = "h\u0000X\u0000\u0000\u0000\u0004" + "a".repeat(1 << 26);

        rejects(
                "c_codecs\nencode\nq\u0000" + encode + "q\u0001X\u0006\u0000\u0000\u0000latin1q\u0002\u0086R"
                        + "h\u0000h\u0001h\u0002\u0086R",
                "makes more than 67108864 bytes of text");
        rejects(
                "c_codecs\nencode\nX\u0003\u0000\u0000\u0000\u00e2\u0082\u00acX\u0006\u0000\u0000\u0000latin1\u0086R.",
                "with a character beyond Latin-1");
    }

    @Test
    void keysThatWouldBeCopiedOftenAreShort() {
        assertThat(read("}U\u0064" + "k".repeat(100) + "Ns.")).isInstanceOf(Map.class);
        rejects("}U\u0065" + "k".repeat(101) + "Ns.", "has a dictionary with a key that is no short text");
        rejects("cnumpy\ndtype\nU\u0065" + "u".repeat(101) + "K\u0000K\u0001\u0087R.", "calls dtype with 3 arguments");
    }

    @Test
    void fileIsRefusedWhereverItIsCut() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("fixtures/cifar10_python/python2.pickle"));
        int pixels = 6_000;
        for (int size = 1; size < whole.length; size += size > 250 && size < pixels ? 997 : 1) {
            DataFile cut = new DataFile("cut", Arrays.copyOf(whole, size));
            assertThatThrownBy(() -> PickleReader.read(cut))
                    .as("the first %d bytes", size)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("is no pickle that is read here: at byte ");
        }
    }

    private static Object read(String pickle) {
        return PickleReader.read(file(PROTO + pickle));
    }

    /** A file of these characters as bytes. */
    private static DataFile file(String pickle) {
        return new DataFile("sample", pickle.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void rejects(String pickle, String... parts) {
        assertRejects(file(PROTO + pickle), parts);
    }

    private static void assertRejects(DataFile file, String... parts) {
        assertThatThrownBy(() -> PickleReader.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("sample is no pickle that is read here")
                .hasMessageContainingAll(parts);
    }
}
