package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10SourceTest {
    private static final int RECORDS = 60;

    @TempDir
    private Path folder;

    @Test
    void quickScaleWithoutFilesDrawsTheStandIn() {
        ImageDataset images = new Cifar10Source(settings("quick")).load(30, 10);

        assertThat(images.origin()).isEqualTo(ImageDataset.Origin.SYNTHETIC);
        assertThat(images.training().count()).isEqualTo(30);
    }

    @Test
    void fullScaleWithoutFilesSaysWhatToDo() {
        assertThatThrownBy(() -> new Cifar10Source(settings("full")).load(50_000, 10_000))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder.resolve("cifar-10-batches-bin").toString())
                .hasMessageContaining("-Dcourse.data=FOLDER");
    }

    @Test
    void folderWithoutItsFilesIsAnErrorAndNotReplaced() throws IOException {
        Files.createDirectory(folder.resolve("cifar-10-batches-bin"));

        assertThatThrownBy(() -> new Cifar10Source(settings("quick")).load(30, 10))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("data_batch_1.bin is missing");
    }

    @Test
    void realFilesAreUsedAndSampledByClass() throws IOException {
        Path batches = Files.createDirectory(folder.resolve("cifar-10-batches-bin"));
        byte[] batch = new byte[RECORDS * Cifar10Binary.RECORD];
        for (int record = 0; record < RECORDS; record++) {
            batch[record * Cifar10Binary.RECORD] = (byte) (record % 10);
        }
        for (int number = 1; number <= 5; number++) {
            Files.write(batches.resolve("data_batch_" + number + ".bin"), batch);
        }
        Files.write(batches.resolve("test_batch.bin"), batch);

        ImageDataset images = new Cifar10Source(settings("quick"), RECORDS).load(150, 20);

        assertThat(images.origin()).isEqualTo(ImageDataset.Origin.REAL);
        for (int label = 0; label < 10; label++) {
            int wanted = label;
            assertThat(Arrays.stream(images.training().labels()).filter(l -> l == wanted))
                    .as("training images of class %d", label)
                    .hasSize(15);
            assertThat(Arrays.stream(images.test().labels()).filter(l -> l == wanted))
                    .as("test images of class %d", label)
                    .hasSize(2);
        }
    }

    private CourseSettings settings(String scale) {
        return CourseSettings.of(Map.of("course.scale", scale, "course.data", folder.toString()), Map.of());
    }
}
