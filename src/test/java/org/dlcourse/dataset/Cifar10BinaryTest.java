package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10BinaryTest {
    private static final int RECORDS = 3;
    private static final List<String> FILES = List.of(
            "data_batch_1.bin",
            "data_batch_2.bin",
            "data_batch_3.bin",
            "data_batch_4.bin",
            "data_batch_5.bin",
            "test_batch.bin");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSmallBatches() throws IOException {
        for (int file = 0; file < FILES.size(); file++) {
            byte[] batch = new byte[RECORDS * Cifar10Binary.RECORD];
            for (int record = 0; record < RECORDS; record++) {
                batch[record * Cifar10Binary.RECORD] = (byte) (file + record);
                // Red of the top left pixel, and blue of the bottom right one.
                batch[record * Cifar10Binary.RECORD + 1] = (byte) (200 + file);
                batch[(record + 1) * Cifar10Binary.RECORD - 1] = (byte) (100 + record);
            }
            Files.write(folder.resolve(FILES.get(file)), batch);
        }
    }

    @Test
    void readsLabelsAndPlanesOfAllBatchesInOrder() {
        ImageDataset images = new Cifar10Binary(folder, RECORDS).read();

        assertThat(images.training().labels()).containsExactly(0, 1, 2, 1, 2, 3, 2, 3, 4, 3, 4, 5, 4, 5, 6);
        assertThat(images.test().labels()).containsExactly(5, 6, 7);
        assertThat(images.training().pixel(3, 0, 0, 0))
                .as("red, first of batch 2")
                .isEqualTo(201);
        assertThat(images.training().pixel(5, 2, 31, 31))
                .as("blue, last of batch 2")
                .isEqualTo(102);
        assertThat(images.title()).isEqualTo("CIFAR-10 (real)");
    }

    @Test
    void truncatedFileIsToldWithItsSizeAndTheExpectedOne() throws IOException {
        Path file = folder.resolve("data_batch_3.bin");
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 5_000));

        assertThatThrownBy(() -> new Cifar10Binary(folder, RECORDS).read())
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file.toAbsolutePath().toString())
                .hasMessageContaining("5,000 bytes, that is 1 whole records and 1,927 bytes")
                .hasMessageContaining("expected 9,219 bytes (3 records of 3,073)");
    }

    @Test
    void labelAboveNineIsToldWithItsRecord() throws IOException {
        Path file = folder.resolve("test_batch.bin");
        byte[] batch = Files.readAllBytes(file);
        batch[2 * Cifar10Binary.RECORD] = 10;
        Files.write(file, batch);

        assertThatThrownBy(() -> new Cifar10Binary(folder, RECORDS).read())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("record 2 (byte 6,146) has label 10; expected 0 to 9");
    }

    @Test
    void missingFileIsToldWithWhatIsThere() throws IOException {
        Files.delete(folder.resolve("data_batch_5.bin"));

        assertThatThrownBy(() -> new Cifar10Binary(folder, RECORDS).read())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("data_batch_5.bin is missing")
                .hasMessageContaining("test_batch.bin");
    }
}
