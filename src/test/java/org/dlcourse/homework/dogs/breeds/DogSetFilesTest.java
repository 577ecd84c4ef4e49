package org.dlcourse.homework.dogs.breeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.dlcourse.dataset.Partition;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.homework.data.DogSetFolder;
import org.dlcourse.homework.data.SyntheticDogSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DogSetFilesTest {
    private final PartitionedImages images = SyntheticDogSet.draw(20, 10, 10);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        DogSetFiles.write(images, folder);
    }

    @Test
    void filesHoldTheImagesThatWereWritten() {
        DogSetFiles files = files(new DogSetFolder(folder).read());

        assertThat(files.differences()).isZero();
        assertThat(files.read().training().pixels()).isEqualTo(images.training().pixels());
        assertThat(files.census().total()).isEqualTo(40);
        assertThat(files.census().otherFiles()).isZero();
        assertThat(files.census().count("ring", Partition.TRAINING)).isEqualTo(2);
    }

    @Test
    void lineThatTheReaderDidNotSeeIsADifference() throws IOException {
        PartitionedImages read = new DogSetFolder(folder).read();
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("dogs.csv")));
        lines.remove(3);
        Files.write(folder.resolve("dogs.csv"), lines);

        assertThat(files(read).differences()).isEqualTo(1);
    }

    @Test
    void fileThatIsMissingOrNoImageIsCounted() throws IOException {
        Files.delete(folder.resolve("images/000001.png"));
        Files.writeString(folder.resolve("images/000002.png"), "This is a text and no image, but long enough.");

        assertThat(files(images).census().otherFiles()).isEqualTo(2);
    }

    @Test
    void tableAndFilesOfOtherProgramsAreCountedAlike() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("dogs.csv")));
        lines.replaceAll(line -> line.replace(',', ';').replace("train", "Training"));
        lines.set(1, lines.get(1).replace("000001.png", "./images/000001.PNG"));
        lines.add("none.png;;;challenge");
        Files.write(folder.resolve("dogs.csv"), lines);
        BufferedImage jpeg = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(jpeg, "jpg", folder.resolve("images/000001.png").toFile());

        DogSetFiles files = files(new DogSetFolder(folder).read());

        assertThat(files.differences()).isZero();
        assertThat(files.census().total()).isEqualTo(40);
        assertThat(files.census().otherFiles()).isZero();
    }

    private DogSetFiles files(PartitionedImages read) {
        return new DogSetFiles(read, DogSetCensus.of(new DogSetFolder(folder)), 0);
    }
}
