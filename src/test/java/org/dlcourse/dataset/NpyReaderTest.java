package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class NpyReaderTest {
    private static final Path GOLDEN = Path.of("fixtures", "npy");

    @TempDir
    private Path folder;

    static Stream<String> formats() {
        return Stream.of("f8", "f4", "i8", "i4", "u1", "b1").flatMap(type -> Stream.of("little", "big")
                .flatMap(bytes -> Stream.of("C", "F").map(order -> type + "_" + bytes + "_" + order)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyElementTypeByteOrderAndMemoryOrderGivesTheSameNumbers(String format) {
        NpyArray array = NpyReader.read(GOLDEN.resolve(format + ".npy"));

        double[] expected = IntStream.range(0, 24)
                .mapToDouble(i -> format.startsWith("b1") ? Math.min(i, 1) : i)
                .toArray();
        assertThat(array.shape()).containsExactly(2, 3, 4);
        assertThat(array.doubles()).containsExactly(expected);
        assertThat(array.toNd4j().castTo(DataType.DOUBLE).dup('c').data().asDouble())
                .as("in ND4J")
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyHeaderVersionIsRead(int version) {
        NpyArray array = NpyReader.read(GOLDEN.resolve("version_" + version + ".npy"));

        assertThat(array.length()).isEqualTo(24);
        assertThat(array.reals()[23]).isEqualTo(23);
    }

    @Test
    void singleNumberHasNoDimensions() {
        NpyArray array = NpyReader.read(GOLDEN.resolve("scalar.npy"));

        assertThat(array.shape()).isEmpty();
        assertThat(array.doubles()).containsExactly(2.5);
    }

    @Test
    void largeIntegersKeepEveryBit() throws IOException {
        byte[] file = Files.readAllBytes(GOLDEN.resolve("i8_little_C.npy"));
        Arrays.fill(file, file.length - 8, file.length - 1, (byte) 0xff);
        file[file.length - 1] = 0x7f;

        assertThat(NpyReader.read(written(file)).integers()[23]).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"structured", "complex"})
    void otherElementTypesAreToldWithTheKnownOnes(String name) {
        assertThatThrownBy(() -> NpyReader.read(GOLDEN.resolve(name + ".npy")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(name + ".npy")
                .hasMessageContaining("expected");
    }

    @Test
    void truncatedDataAreToldWithBothSizes() throws IOException {
        byte[] file = Files.readAllBytes(GOLDEN.resolve("f8_little_C.npy"));

        assertThatThrownBy(() -> NpyReader.read(written(Arrays.copyOf(file, file.length - 5))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("it holds 187 bytes of data; expected 192 for shape [2, 3, 4] of FLOAT64");
    }

    @Test
    void moreDataThanTheShapeSaysAreAnError() throws IOException {
        byte[] file = Files.readAllBytes(GOLDEN.resolve("f8_little_C.npy"));

        assertThatThrownBy(() -> NpyReader.read(written(Arrays.copyOf(file, file.length + 8))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("it holds 200 bytes of data; expected 192");
    }

    @Test
    void everyTruncationIsOneClearError() throws IOException {
        byte[] file = Files.readAllBytes(GOLDEN.resolve("version_2.npy"));
        for (int length = 0; length < file.length; length++) {
            Path cut = written(Arrays.copyOf(file, length));
            assertThatThrownBy(() -> NpyReader.read(cut))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(DataException.class);
        }
    }

    @Test
    void hugeHeaderIsRefusedBeforeItIsRead() throws IOException {
        byte[] file = Files.readAllBytes(GOLDEN.resolve("version_2.npy"));
        file[8] = file[9] = file[10] = file[11] = (byte) 0xff;

        assertThatThrownBy(() -> NpyReader.read(written(file)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("its header claims 4294967295 bytes")
                .hasMessageContaining("at most 10000 bytes");
    }

    @Test
    void shapeWhoseSizeOverflowsIsRefused() throws IOException {
        byte[] file = Files.readAllBytes(GOLDEN.resolve("f8_little_C.npy"));
        String text = new String(file, StandardCharsets.ISO_8859_1)
                .replace("(2, 3, 4), }          ", "(99999999, 99999999), ");
        byte[] changed = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(changed).as("the header was changed").isNotEqualTo(file);

        assertThatThrownBy(() -> NpyReader.read(written(changed)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("[99999999, 99999999]");
    }

    @Test
    void otherFileIsToldByItsSignature() throws IOException {
        assertThatThrownBy(() -> NpyReader.read(written("PK this is a zip".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("does not start with NumPy's signature");
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> NpyReader.read(folder.resolve("none.npy")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("none.npy");
    }

    private Path written(byte[] content) throws IOException {
        return Files.write(folder.resolve("array.npy"), content);
    }
}
