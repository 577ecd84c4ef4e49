package org.dlcourse.homework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.file.FolderListing;
import org.dlcourse.dataset.folder.DataFolder;
import org.dlcourse.dataset.mnist.MnistIdxTest;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistSourceTest {
    @TempDir
    private Path folder;

    @Test
    void quickScaleWithoutFilesDrawsSyntheticImages() {
        ImageDataset images = new MnistSource(settings("quick")).load(30, 10);

        assertThat(images.title()).isEqualTo("MNIST (synthetic)");
        assertThat(images.training().count()).isEqualTo(30);
        assertThat(images.test().count()).isEqualTo(10);
    }

    @Test
    void fullScaleWithoutFilesAndOfflineSaysWhatToDo() {
        CourseSettings offline = CourseSettings.of(
                Map.of("course.scale", "full", "course.data", folder.toString(), "course.offline", "true"), Map.of());

        assertThatThrownBy(() -> new MnistSource(offline).load(2_000, 1_000))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder.resolve("MNIST").toString())
                .hasMessageContaining("course.offline=true")
                .hasMessageContaining("train-images-idx3-ubyte")
                .hasMessageContaining("-Dcourse.data=FOLDER");
    }

    @Test
    void folderWithoutItsFilesIsAnErrorAndNotReplaced() throws IOException {
        Files.createDirectory(folder.resolve("MNIST"));

        assertThatThrownBy(() -> new MnistSource(settings("quick")).load(30, 10))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("train-images-idx3-ubyte is missing");
    }

    @Test
    void interruptedDownloadIsNoDataSet() throws IOException {
        Files.createDirectories(folder.resolve("MNIST/.raw.download"));

        assertThat(new MnistSource(settings("quick")).load(30, 10).origin()).isEqualTo(ImageDataset.Origin.SYNTHETIC);
        assertThatThrownBy(() -> DataFolder.check(settings("quick")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("holds no data set");
        DataFolder.check(settings("full"));
    }

    @Test
    void realFilesAreUsedAndSampledByDigit() throws IOException {
        writeFiles(60);

        ImageDataset images = new MnistSource(settings("full")).load(30, 20);

        assertThat(images.origin()).isEqualTo(ImageDataset.Origin.REAL);
        for (int digit = 0; digit < 10; digit++) {
            int wanted = digit;
            assertThat(Arrays.stream(images.training().labels()).filter(label -> label == wanted))
                    .as("training images of %d", digit)
                    .hasSize(3);
            assertThat(Arrays.stream(images.test().labels()).filter(label -> label == wanted))
                    .as("test images of %d", digit)
                    .hasSize(2);
        }
    }

    @Test
    void subsetGivesAllItHasAtQuickScaleAndIsAnErrorAtFullScale() throws IOException {
        writeFiles(60);

        ImageDataset images = new MnistSource(settings("quick")).load(500, 20);

        assertThat(images.origin()).isEqualTo(ImageDataset.Origin.REAL);
        assertThat(images.training().count()).isEqualTo(60);
        assertThat(images.test().count()).isEqualTo(20);
        assertThatThrownBy(() -> new MnistSource(settings("full")).load(500, 20))
                .isInstanceOf(DataException.class)
                .hasMessage("MNIST's training images are too few: 6 of the class 0 among 60;"
                        + " at least 50 of each of the 10 classes are needed.");
    }

    @Test
    void filesBesideTheFolderForThemAreNotDownloadedAgain() throws IOException {
        writeFiles(60);
        Path raw = folder.resolve("MNIST/raw");
        for (Path file :
                FolderListing.of(raw).names().stream().map(raw::resolve).toList()) {
            Files.move(file, folder.resolve("MNIST").resolve(file.getFileName()));
        }
        Files.delete(raw);
        CourseSettings offline = CourseSettings.of(
                Map.of("course.scale", "full", "course.data", folder.toString(), "course.offline", "true"), Map.of());

        assertThat(new MnistSource(offline).load(30, 20).origin()).isEqualTo(ImageDataset.Origin.REAL);
    }

    @Test
    void numpysFileIsNamedWithWhatToDoWhereverItIs() throws IOException {
        Files.createFile(folder.resolve("mnist.npz"));
        for (String scale : new String[] {"quick", "full"}) {
            assertThatThrownBy(() -> new MnistSource(settings(scale)).load(30, 10))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith(folder.resolve("mnist.npz") + " is MNIST in NumPy's form")
                    .hasMessageContaining("python3 -c");
        }

        Files.createDirectory(folder.resolve("MNIST"));
        Files.move(folder.resolve("mnist.npz"), folder.resolve("MNIST/mnist.npz"));
        for (String scale : new String[] {"quick", "full"}) {
            assertThatThrownBy(() -> new MnistSource(settings(scale)).load(30, 10))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith(folder.resolve("MNIST/mnist.npz") + " is MNIST in NumPy's form");
        }
    }

    @Test
    void namedFolderWithMnistAloneHoldsADataSet() throws IOException {
        assertThatThrownBy(() -> DataFolder.check(settings("quick"))).isInstanceOf(DataException.class);

        Files.createDirectory(folder.resolve("MNIST"));

        DataFolder.check(settings("quick"));
    }

    private void writeFiles(int count) throws IOException {
        Path raw = Files.createDirectories(folder.resolve("MNIST/raw"));
        int[] labels = IntStream.range(0, count).map(i -> i % 10).toArray();
        for (String part : new String[] {"train", "t10k"}) {
            Files.write(raw.resolve(part + "-images-idx3-ubyte"), MnistIdxTest.images(count, 28, 28));
            Files.write(raw.resolve(part + "-labels-idx1-ubyte"), MnistIdxTest.labels(count, labels));
        }
    }

    private CourseSettings settings(String scale) {
        return CourseSettings.of(Map.of("course.scale", scale, "course.data", folder.toString()), Map.of());
    }
}
