package org.dlcourse.homework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.cifar.Cifar10Location;
import org.dlcourse.dataset.cifar.Cifar10Version;
import org.dlcourse.dataset.cifar.SmallCifar10;
import org.dlcourse.dataset.download.MirrorServer;
import org.dlcourse.dataset.download.PublicDataSet;
import org.dlcourse.dataset.download.PublishedFile;
import org.dlcourse.dataset.download.RemoteFile;
import org.dlcourse.dataset.file.FolderListing;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10SourceTest {
    private static final int IMAGES = SmallCifar10.IMAGES;
    private static final String FOLDER = "cifar-10-batches-bin";

    @TempDir
    private Path folder;

    @Test
    void quickScaleWithoutFilesDrawsSyntheticImages() {
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
        byte[] archive = SmallCifar10.tar(Cifar10Version.BINARY).gz();
        try (MirrorServer server = new MirrorServer()) {
            RemoteFile file =
                    PublishedFile.of("cifar.tar.gz", archive, server.serve("/cifar", MirrorServer.file(archive)));
            PublicDataSet published = new PublicDataSet("CIFAR-10", FOLDER, PublicDataSet.Form.TAR_GZ, List.of(file));

            ImageDataset quick = new Cifar10Source(settings("quick"), IMAGES, published).load(30, 10);
            assertThat(quick.origin()).isEqualTo(ImageDataset.Origin.SYNTHETIC);
            assertThat(server.requests()).as("downloads at quick scale").isEmpty();

            ImageDataset full = new Cifar10Source(settings("full"), IMAGES, published).load(5 * IMAGES, IMAGES);
            assertThat(full.origin()).isEqualTo(ImageDataset.Origin.REAL);
            assertThat(full.training().count()).isEqualTo(5 * IMAGES);
            assertThat(server.requests()).as("downloads at full scale").containsExactly("/cifar");

            ImageDataset again = new Cifar10Source(settings("quick"), IMAGES, published).load(30, 10);
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
        SmallCifar10.write(folder.resolve(FOLDER), Cifar10Version.BINARY);

        ImageDataset images = load("quick", 50, 10);

        assertThat(images.origin()).isEqualTo(ImageDataset.Origin.REAL);
        for (int label = 0; label < 10; label++) {
            int wanted = label;
            assertThat(Arrays.stream(images.training().labels()).filter(l -> l == wanted))
                    .as("training images of class %d", label)
                    .hasSize(5);
            assertThat(Arrays.stream(images.test().labels()).filter(l -> l == wanted))
                    .as("test images of class %d", label)
                    .hasSize(1);
        }
    }

    @Test
    void everyFileFormatGivesTheSameSampleAndIsNotDownloadedAgain() throws IOException {
        SmallCifar10.write(folder.resolve(FOLDER), Cifar10Version.BINARY);
        String expected = load("quick", 50, 10).training().sha256();
        delete(FOLDER);
        SmallCifar10.write(folder.resolve("cifar-10-batches-py"), Cifar10Version.PYTHON);

        assertIsUsed("cifar-10-batches-py", expected);
        for (Cifar10Version version : Cifar10Version.values()) {
            Path archive = folder.resolve(version.archive());
            Files.write(archive, SmallCifar10.tar(version).gz());

            assertIsUsed(version.archive(), expected);
            Files.delete(archive);
        }
    }

    private void assertIsUsed(String name, String sha256) throws IOException {
        assertThat(Cifar10Location.find(folder).orElseThrow().path()).isEqualTo(folder.resolve(name));
        assertThat(load("quick", 50, 10).training().sha256())
                .as("digest of a sample of %s", name)
                .isEqualTo(sha256);
        assertThat(load("full", 50, 10).training().sha256())
                .as("digest of a sample of %s at full scale, offline", name)
                .isEqualTo(sha256);
        if (Files.isDirectory(folder.resolve(name))) {
            delete(name);
        }
    }

    @Test
    void formatsArePreferredInAFixedOrder() throws IOException {
        for (String name : List.of("cifar-10-binary.tar.gz", "cifar-10-python.tar.gz")) {
            Files.createFile(folder.resolve(name));
        }
        for (String name : List.of("cifar-10-batches-bin", "cifar-10-batches-py")) {
            Files.createDirectory(folder.resolve(name));
        }
        for (String name : Cifar10Location.names()) {
            assertThat(Cifar10Location.find(folder).orElseThrow().path()).isEqualTo(folder.resolve(name));
            Files.delete(folder.resolve(name));
        }
        assertThat(Cifar10Location.find(folder)).isEmpty();
    }

    @Test
    void classWithTooFewImagesIsReportedByName() throws IOException {
        SmallCifar10.write(folder.resolve(FOLDER), Cifar10Version.BINARY);

        assertThatThrownBy(() -> load("quick", 200, 10))
                .isInstanceOf(DataException.class)
                .hasMessage("CIFAR-10's training images are too few: 10 of the class airplane among 100;"
                        + " at least 20 of each of the 10 classes are needed.");
    }

    private ImageDataset load(String scale, int training, int test) {
        return new Cifar10Source(settings(scale, "true"), IMAGES, PublicDataSet.CIFAR_10).load(training, test);
    }

    private void delete(String name) throws IOException {
        Path whole = folder.resolve(name);
        for (String file : FolderListing.of(whole).names()) {
            Files.delete(whole.resolve(file));
        }
        Files.delete(whole);
    }

    private CourseSettings settings(String scale) {
        return settings(scale, "false");
    }

    private CourseSettings settings(String scale, String offline) {
        return CourseSettings.of(
                Map.of("course.scale", scale, "course.data", folder.toString(), "course.offline", offline), Map.of());
    }
}
