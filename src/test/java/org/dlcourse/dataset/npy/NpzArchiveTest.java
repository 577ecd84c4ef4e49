package org.dlcourse.dataset.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dlcourse.dataset.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpzArchiveTest {
    private static final Path GOLDEN = Path.of("fixtures", "npy");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"one", "one_compressed"})
    void onlyArrayIsReadStoredOrDeflated(String name) {
        NpyArray array = NpyReader.read(GOLDEN.resolve(name + ".npz"));

        assertThat(array.shape()).containsExactly(2, 3, 4);
        assertThat(array.integers()).containsExactly(LongStream.range(0, 24).toArray());
    }

    @Test
    void severalArraysAreListed() {
        rejects(GOLDEN.resolve("two.npz"), "it holds 2 arrays [images, labels]; expected one array", "numpy.save");
    }

    @Test
    void archiveWithoutArraysIsNamedWithWhatItHolds() throws IOException {
        rejects(archive("data.pkl", new byte[3]), "it holds no array, but [data.pkl]");
        rejects(written(emptyArchive()), "it holds no array, but []");
    }

    @Test
    void arrayInAnArchiveIsNamedInItsErrors() throws IOException {
        rejects(archive("kernel.npy", new byte[30]), "The array \"kernel\" in the .npz file", "NumPy's signature");
    }

    @Test
    void truncatedArchiveIsOneClearError() throws IOException {
        byte[] whole = Files.readAllBytes(GOLDEN.resolve("one_compressed.npz"));
        for (int length = 0; length < whole.length; length++) {
            Path cut = written(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> NpyReader.read(cut))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(DataException.class);
        }
    }

    @Test
    void changedElementIsFoundByTheChecksum() throws IOException {
        byte[] file = Files.readAllBytes(GOLDEN.resolve("one.npz"));
        int element = new String(file, StandardCharsets.ISO_8859_1).indexOf("\n") + 1;
        file[element] ^= 1;

        rejects(written(file), "does not have the size and the checksum");
    }

    @Test
    void archiveThatClaimsMoreThanTheLimitIsRefusedUnread() throws IOException {
        byte[] file = archiveBytes("bomb.npy", new byte[10]);
        claimSize(file, (1 << 28) + 1);

        rejects(written(file), "it claims to have 268435457 bytes when unpacked");
    }

    @Test
    void arrayThatIsLargerThanTheArchiveSaysIsNotUnpackedFurther() throws IOException {
        byte[] file = archiveBytes("bomb.npy", new byte[10_000]);
        claimSize(file, 100);

        rejects(written(file), "does not have the size and the checksum that the archive says; expected 100 bytes");
    }

    /** Changes the size of the only entry as the archive's directory says it. */
    private static void claimSize(byte[] archive, int size) {
        int directory = new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, size);
    }

    private static void rejects(Path file, String... parts) {
        assertThatThrownBy(() -> NpyReader.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContainingAll(parts);
    }

    private Path archive(String entry, byte[] content) throws IOException {
        return written(archiveBytes(entry, content));
    }

    private byte[] archiveBytes(String entry, byte[] content) throws IOException {
        Path file = folder.resolve("made.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return Files.readAllBytes(file);
    }

    private byte[] emptyArchive() throws IOException {
        Path file = folder.resolve("empty.zip");
        try (OutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.flush();
        }
        return Files.readAllBytes(file);
    }

    private Path written(byte[] content) throws IOException {
        return Files.write(folder.resolve("arrays.npz"), content);
    }
}
