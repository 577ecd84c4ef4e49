package org.dlcourse.dataset.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.dataset.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class NpyReaderTest {
    private static final Path GOLDEN = Path.of("fixtures", "npy");

    @TempDir
    private Path folder;

    static Stream<String> formats() {
        return Stream.of("f8", "f4", "f2", "i8", "i4", "i2", "i1", "u8", "u4", "u2", "u1", "b1")
                .flatMap(type -> Stream.of("little", "big")
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

    @ParameterizedTest
    @CsvSource({
        "i1, ff, -1",
        "i2, ffff, -1",
        "i4, ffffffff, -1",
        "i8, ffffffffffffff7f, 9223372036854775807",
        "u1, ff, 255",
        "u2, ffff, 65535",
        "u4, ffffffff, 4294967295",
        "u8, ffffffffffffff7f, 9223372036854775807"
    })
    void integersKeepEveryBitAndTheirSign(String type, String lastElement, long expected) throws IOException {
        assertThat(NpyReader.read(withLastElement(type, lastElement)).integers()[23])
                .isEqualTo(expected);
    }

    @Test
    void unsignedIntegerBeyond63BitsIsRefusedWithItsIndexAndValue() throws IOException {
        Path file = withLastElement("u8", "ffffffffffffffff");

        rejects(file, "its element [1, 2, 3] is 18446744073709551615; expected numbers of at most 9223372036854775807");
    }

    @ParameterizedTest
    @CsvSource({
        "0100, 5.9604644775390625e-8",
        "ff03, 6.097555160522461e-5",
        "0004, 6.103515625e-5",
        "5535, 0.333251953125",
        "00c0, -2",
        "ff7b, 65504",
        "0080, -0.0",
        "00fc, -Infinity",
        "017e, NaN"
    })
    void halfPrecisionIsExact(String lastElement, Double expected) throws IOException {
        NpyArray array = NpyReader.read(withLastElement("f2", lastElement));

        assertThat(array.reals()[23]).isEqualTo(expected);
        assertThat(array.toNd4j().getDouble(1, 2, 3)).as("in ND4J").isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2L, 3L, 4L), }",
                "{\"descr\": \"<f8\", \"fortran_order\": False, \"shape\": (2, 3, 4)}",
                "{'shape':(2,3,4),'fortran_order':False,'descr':'=f8'}"
            })
    void headersOfPython2AndOfOtherWritersAreRead(String header) throws IOException {
        NpyArray array = NpyReader.read(withHeader(header));

        assertThat(array.shape()).containsExactly(2, 3, 4);
        assertThat(array.reals()[23]).isEqualTo(23);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<c16; complex numbers ('c16'); array.real and array.imag",
                "<f16; numbers of extended precision ('f16'); numpy.float64",
                "|O; Python objects, which are pickled and could run code ('O'); Save numbers",
                "|S3; byte strings ('S3'); Save numbers",
                "<U3; strings ('U3'); Save numbers",
                "<M8[ns]; dates ('M8'); numpy.int64",
                "<m8[s]; time differences ('m8'); numpy.int64",
                "<V2; raw bytes (void), as which bfloat16 is saved too ('V2'); numpy.float32"
            })
    void otherElementTypesAreNamedAsWhatTheyAre(String type, String name, String remedy) throws IOException {
        Path file = withHeader("{'descr': '" + type + "', 'fortran_order': False, 'shape': (2, 3, 4), }");

        rejects(file, "its elements are " + name, "expected an array of one of float64, float32,", remedy);
        assertThatThrownBy(() -> NpyReader.read(file)).hasMessageNotContaining("Copy it again");
    }

    @ParameterizedTest
    @CsvSource({"structured, structures with named fields", "complex, complex numbers"})
    void otherElementTypesOfNumpyItselfAreNamed(String file, String name) {
        rejects(GOLDEN.resolve(file + ".npy"), file + ".npy", "its elements are " + name);
    }

    @Test
    void truncatedDataAreReportedWithBothSizes() throws IOException {
        byte[] file = Files.readAllBytes(GOLDEN.resolve("f8_little_C.npy"));

        rejects(
                written(Arrays.copyOf(file, file.length - 5)),
                "it holds 187 bytes of data; expected 192 for shape [2, 3, 4] of float64");
    }

    @Test
    void moreDataThanTheShapeSaysAreAnError() throws IOException {
        byte[] file = Files.readAllBytes(GOLDEN.resolve("f8_little_C.npy"));

        rejects(written(Arrays.copyOf(file, file.length + 8)), "it holds 200 bytes of data; expected 192");
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

        rejects(written(file), "its header claims 4294967295 bytes", "at most 10000 bytes");
    }

    @Test
    void shapeWhoseSizeOverflowsIsRefused() throws IOException {
        rejects(
                withHeader("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999, 99999999), }"),
                "[99999999, 99999999]");
    }

    @Test
    void otherFileIsReportedByItsSignature() throws IOException {
        rejects(written("a file of text".getBytes(StandardCharsets.US_ASCII)), "does not start with NumPy's signature");
        rejects(
                written("version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.US_ASCII)),
                "it is a Git LFS pointer");
    }

    @Test
    void missingFileIsNamed() {
        rejects(folder.resolve("none.npy"), "none.npy");
    }

    private static void rejects(Path file, String... parts) {
        assertThatThrownBy(() -> NpyReader.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(parts);
    }

    /** The little-endian array of this type with the bits of its last element changed. */
    private Path withLastElement(String type, String hexadecimal) throws IOException {
        byte[] file = Files.readAllBytes(GOLDEN.resolve(type + "_little_C.npy"));
        byte[] element = HexFormat.of().parseHex(hexadecimal);
        System.arraycopy(element, 0, file, file.length - element.length, element.length);
        return written(file);
    }

    /** The array of doubles under another header. */
    private Path withHeader(String header) throws IOException {
        byte[] file = Files.readAllBytes(GOLDEN.resolve("f8_little_C.npy"));
        byte[] text = (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, file, 10, text.length);
        return written(file);
    }

    private Path written(byte[] content) throws IOException {
        return Files.write(folder.resolve("array.npy"), content);
    }
}
