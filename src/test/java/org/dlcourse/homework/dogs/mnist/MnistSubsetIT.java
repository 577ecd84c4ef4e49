package org.dlcourse.homework.dogs.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.homework.data.SyntheticMnist;
import org.dlcourse.homework.dogs.mnist.MnistBySize.Size;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of training sets with MNIST files that hold fewer images than planned. */
class MnistSubsetIT {
    @TempDir
    private Path folder;

    @Test
    void quickScaleUsesSmallerTrainingSetsAndReportsThem() throws IOException {
        write(500, 100);

        MnistBySize.Result result = run("quick");

        assertThat(result.sizes()).extracting(Size::images).containsExactly(100, 200, 300, 400);
        assertThat(result.epochs()).isEqualTo(50);
        assertThat(result.largest().data().description())
                .startsWith("MNIST (real): 400 training, 100 validation, 100 test images");
        MnistAnswers answers = new MnistAnswers(result);
        assertThat(answers.subset().orElseThrow())
                .contains(
                        "trained on 100 to 400 images instead of 500 to 2,000, for 50 epochs", "tested on 100 images");
        assertThat(answers.time()).contains("500 for 100 images and 2,000 for 400");
        assertThat(answers.accuracy()).contains("The first 100 additional images add");
        assertThat(new MnistFigures(result).accuracy().caption())
                .contains("tested on the same 100 images", "the others have 100, 200 and 300 images");
    }

    @Test
    void subsetThatIsTooSmallIsAnErrorWithTheNumbersThatAreNeeded() throws IOException {
        write(240, 100);

        assertThatThrownBy(() -> run("quick"))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "MNIST (real) is too small: 240 training images, 24 of them of the digit 0, and 100 test images."
                                + " At least 25 training images of each digit and 50 test images are needed; 250 and 1,000 are used"
                                + " if available.");

        write(500, 40);

        assertThatThrownBy(() -> run("quick"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("and 40 test images. At least 25");
    }

    @Test
    void fullScaleRejectsASubset() throws IOException {
        write(500, 100);

        assertThatThrownBy(() -> run("full"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("MNIST's training images are too few: 50 of the class 0 among 500; at least 250");
    }

    private MnistBySize.Result run(String scale) {
        return Experiments.with(CourseSettings.of(
                        Map.of(
                                "course.scale",
                                scale,
                                "course.repeats",
                                "1",
                                "course.data",
                                folder.toString(),
                                "course.results",
                                folder.resolve("results").toString()),
                        Map.of()))
                .run(new MnistBySize());
    }

    private void write(int training, int test) throws IOException {
        ImageDataset drawn = SyntheticMnist.draw(training, test);
        write("train", drawn.training());
        write("t10k", drawn.test());
    }

    private void write(String prefix, LabelledImages images) throws IOException {
        Path raw = Files.createDirectories(folder.resolve("MNIST/raw"));
        ByteBuffer pixels = ByteBuffer.allocate(16 + images.pixels().length)
                .putInt(0x803)
                .putInt(images.count())
                .putInt(28)
                .putInt(28)
                .put(images.pixels());
        ByteBuffer labels =
                ByteBuffer.allocate(8 + images.count()).putInt(0x801).putInt(images.count());
        for (int label : images.labels()) {
            labels.put((byte) label);
        }
        Files.write(raw.resolve(prefix + "-images-idx3-ubyte"), pixels.array());
        Files.write(raw.resolve(prefix + "-labels-idx1-ubyte"), labels.array());
    }
}
