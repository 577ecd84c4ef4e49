package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dlcourse.dataset.download.MirrorServer;
import org.dlcourse.dataset.download.PublicDataSet;
import org.dlcourse.dataset.download.PublishedFile;
import org.dlcourse.dataset.download.RemoteFile;
import org.dlcourse.dataset.download.Tar;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10SourceTest {
    private static final int RECORDS = 60;
    private static final List<String> FILES = List.of(
            "data_batch_1.bin",
            "data_batch_2.bin",
            "data_batch_3.bin",
            "data_batch_4.bin",
            "data_batch_5.bin",
            "test_batch.bin");

    @TempDir
    private Path folder;

    @Test
    void quickScaleWithoutFilesDrawsTheStandIn() {
        ImageDataset images = new Cifar10Source(settings("quick")).load(30, 10);

        assertThat(images.origin()).isEqualTo(ImageDataset.Origin.SYNTHETIC);
        assertThat(images.training().count()).isEqualTo(30);
    }

    @Test
    void fullScaleWithoutFilesSaysWhatToDoWhereNothingMayBeDownloaded() {
        assertThatThrownBy(() -> new Cifar10Source(settings("full", "true")).load(50_000, 10_000))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder.resolve("cifar-10-batches-bin").toString())
                .hasMessageContaining("course.offline=true")
                .hasMessageContaining("-Dcourse.data=FOLDER");
    }

    @Test
    void onlyFullScaleDownloadsFilesThatAreMissing() throws IOException {
        Tar tar = new Tar();
        for (String file : FILES) {
            tar.file(Cifar10Binary.FOLDER + "/" + file, batch());
        }
        byte[] archive = tar.gz();
        try (MirrorServer server = new MirrorServer()) {
            RemoteFile file =
                    PublishedFile.of("cifar.tar.gz", archive, server.serve("/cifar", MirrorServer.file(archive)));
            PublicDataSet published =
                    new PublicDataSet("CIFAR-10", Cifar10Binary.FOLDER, PublicDataSet.Form.TAR_GZ, List.of(file));

            ImageDataset quick = new Cifar10Source(settings("quick"), RECORDS, published).load(30, 10);
            assertThat(quick.origin()).isEqualTo(ImageDataset.Origin.SYNTHETIC);
            assertThat(server.requests()).as("downloads at quick scale").isEmpty();

            ImageDataset full = new Cifar10Source(settings("full"), RECORDS, published).load(5 * RECORDS, RECORDS);
            assertThat(full.origin()).isEqualTo(ImageDataset.Origin.REAL);
            assertThat(full.training().count()).isEqualTo(5 * RECORDS);
            assertThat(server.requests()).as("downloads at full scale").containsExactly("/cifar");

            ImageDataset again = new Cifar10Source(settings("quick"), RECORDS, published).load(30, 10);
            assertThat(again.origin()).isEqualTo(ImageDataset.Origin.REAL);
        }
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
        for (String file : FILES) {
            Files.write(batches.resolve(file), batch());
        }

        ImageDataset images = new Cifar10Source(settings("quick"), RECORDS, PublicDataSet.CIFAR_10).load(150, 20);

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

    private static byte[] batch() {
        byte[] batch = new byte[RECORDS * Cifar10Binary.RECORD];
        // Pixels at random, since what packs too well looks like an archive that is made to fill a disk.
        new Random(RECORDS).nextBytes(batch);
        for (int record = 0; record < RECORDS; record++) {
            batch[record * Cifar10Binary.RECORD] = (byte) (record % 10);
        }
        return batch;
    }

    private CourseSettings settings(String scale) {
        return settings(scale, "false");
    }

    private CourseSettings settings(String scale, String offline) {
        return CourseSettings.of(
                Map.of("course.scale", scale, "course.data", folder.toString(), "course.offline", offline), Map.of());
    }
}
