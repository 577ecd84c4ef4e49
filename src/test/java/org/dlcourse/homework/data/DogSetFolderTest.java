package org.dlcourse.homework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.PartitionedImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DogSetFolderTest {
    private static final String HEADER = "filename,semantic_label,numeric_label,partition";
    private static final List<String> ROWS = List.of(
            "000007.png,collie,1,train",
            "000003.png,chihuahua,0,train",
            "000001.png,collie,1,valid",
            "000002.png,chihuahua,0,test",
            "000005.png,chihuahua,0,train");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiveDogs() throws IOException {
        writeFolder(folder, ROWS);
    }

    @Test
    void readsPartitionsInTheOrderOfTheTableWithBreedsByNumber() {
        PartitionedImages dogs = new DogSetFolder(folder).read();

        assertThat(dogs.title()).isEqualTo("DogSet (real)");
        assertThat(dogs.classes()).containsExactly("chihuahua", "collie");
        assertThat(dogs.training().labels()).containsExactly(1, 0, 0);
        assertThat(dogs.validation().labels()).containsExactly(1);
        assertThat(dogs.test().labels()).containsExactly(0);
    }

    @Test
    void readsPixelsOfEachChannelAsStored() {
        PartitionedImages dogs = new DogSetFolder(folder).read();

        for (int channel = 0; channel < 3; channel++) {
            assertThat(dogs.training().pixel(2, channel, 5, 40))
                    .as("000005.png, channel %d, row 5, column 40", channel)
                    .isEqualTo(value(5, channel, 5, 40));
            assertThat(dogs.test().pixel(0, channel, 63, 0))
                    .as("000002.png, channel %d, row 63, column 0", channel)
                    .isEqualTo(value(2, channel, 63, 0));
        }
    }

    @Test
    void tableOfAnotherProgramGivesTheSameImages() throws IOException {
        PartitionedImages expected = new DogSetFolder(folder).read();
        write(
                "\ufeff;Partition;Numeric_Label;Semantic_Label;Filename;task",
                "0; Train ;1.0;collie;images/000007.png;a",
                ";;;;;",
                "1;TRAIN;0.0; chihuahua;./images/000003.PNG;a",
                "2;val;1;collie;DogSet\\images\\000001.png;b",
                "3;test;0;chihuahua;000002.png;",
                "4;training;0;chihuahua;000005.png;a");
        Files.move(folder.resolve("images"), folder.resolve("moved"));
        Files.createDirectories(folder.resolve("Images"));
        Files.move(folder.resolve("moved"), folder.resolve("Images/images"));
        Files.createFile(folder.resolve("Images/.DS_Store"));

        PartitionedImages dogs = new DogSetFolder(folder).read();

        assertThat(dogs.classes()).isEqualTo(expected.classes());
        assertThat(dogs.training().sha256()).isEqualTo(expected.training().sha256());
        assertThat(dogs.validation().sha256()).isEqualTo(expected.validation().sha256());
        assertThat(dogs.test().sha256()).isEqualTo(expected.test().sha256());
    }

    @Test
    void rowsOfOtherPartitionsAreLeftOutAndCountedByName() throws IOException {
        List<String> rows = new ArrayList<>(ROWS);
        rows.add(0, HEADER);
        rows.addAll(1, List.of("none.png,,,challenge", "000005.png,pug,17,challenge", "none.png,,,"));
        Files.write(folder.resolve("dogs.csv"), rows);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("course.data");
        logger.addAppender(log);

        PartitionedImages dogs = new DogSetFolder(folder).read();

        logger.detachAppender(log);
        assertThat(dogs.classes()).containsExactly("chihuahua", "collie");
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement(STRING)
                .contains("Of DogSet's table", "these rows are left out, by their partition: {(none)=1, challenge=2}");
    }

    @Test
    void folderNestedInAFolderOfTheSameNameIsRead() throws IOException {
        DogSetFolderTest.writeFolder(folder.resolve("outer/DogSet"), ROWS);

        assertThat(new DogSetFolder(folder.resolve("outer")).read().training().labels())
                .containsExactly(1, 0, 0);
    }

    @Test
    void missingTableAndMissingImagesAreReportedWithWhatIsThere() throws IOException {
        Files.move(folder.resolve("images"), folder.resolve("pictures"));
        Files.createFile(folder.resolve(".hidden"));
        rejects(
                "DogSet's images is missing in",
                "found [dogs.csv, pictures] there, expected dogs.csv and the folder images");

        Files.delete(folder.resolve("dogs.csv"));
        rejects("DogSet's dogs.csv is missing in", "found [pictures] there");
    }

    @Test
    void labelThatIsNoNumberIsReported() throws IOException {
        for (String label : List.of("zero", "-1", "1.5", "", "99999999999")) {
            write(HEADER, "000003.png,chihuahua," + label + ",train");

            rejects("Line 2 of", "has the numeric label \"" + label + "\"; expected a whole number from 0");
        }
    }

    @Test
    void rowWithoutABreedIsReported() throws IOException {
        write(HEADER, "000003.png, ,0,train");

        rejects("Line 2 of", "has no semantic label");
    }

    @Test
    void fileOutsideTheFolderIsRefused() throws IOException {
        write(HEADER, ROWS.get(0), "images/../../secret.png,chihuahua,0,train");

        rejects("Line 3 of", "has the file name \"images/../../secret.png\"; expected a name below the folder images");
    }

    @Test
    void numberWithTwoBreedsAndBreedWithTwoNumbersAreReported() throws IOException {
        write(HEADER, ROWS.get(0), ROWS.get(1), "000001.png,pug,1,valid");
        rejects("Line 4 of", "has pug with the numeric label 1; expected collie with 1, as in line 2");

        write(HEADER, ROWS.get(0), ROWS.get(1), "000001.png,collie,2,valid");
        rejects("Line 4 of", "has collie with the numeric label 2; expected collie with 1, as in line 2");
    }

    @Test
    void gapInTheNumbersIsReported() throws IOException {
        write(HEADER, ROWS.get(1), "000001.png,pug,2,valid");

        rejects("has the numeric labels [0, 2]; expected those from 0 without a gap");
    }

    @Test
    void oneBreedAloneIsReported() throws IOException {
        write(HEADER, ROWS.get(1), ROWS.get(3), "000001.png,chihuahua,0,valid");

        rejects("has one breed; expected 2 or more to tell apart");
    }

    @Test
    void imageInTwoPartitionsIsReportedWithBothLinesInAnySpelling() throws IOException {
        for (String name : List.of("000007.png", "images/000007.PNG")) {
            write(HEADER, ROWS.get(0), ROWS.get(1), name + ",collie,1,test");

            rejects(
                    "Line 4 of",
                    "has " + name + " for test, which line 2 names too, for train; expected each image once");
        }
    }

    @Test
    void partitionWithoutImagesIsReportedWithTheOthers() throws IOException {
        write(HEADER, ROWS.get(0), ROWS.get(1), ROWS.get(3), "000001.png,collie,1,vaild");

        rejects(
                "has no image of the partition valid; expected some of each of [train, valid, test]",
                "found rows of others too: {vaild=1}");
    }

    @Test
    void missingImagesAreCountedAndTheFirstIsReportedWithItsLine() throws IOException {
        Files.delete(image("000002.png"));
        Files.delete(image("000005.png"));

        rejects(
                "DogSet's image 000002.png, named in line 5 of dogs.csv, is missing in",
                "(missing: 2 of 5). Put the missing images there, or unpack all of them again.");
    }

    @Test
    void imageThatCannotBeReadIsNamed() throws IOException {
        Files.write(image("000001.png"), new byte[0]);

        rejects(image("000001.png") + " is empty");
    }

    /** Writes a table of these rows, and an image for each, made of the number in its name. */
    static void writeFolder(Path folder, List<String> rows) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        List<String> lines = new ArrayList<>(rows);
        lines.add(0, HEADER);
        Files.write(folder.resolve("dogs.csv"), lines);
        for (String row : rows) {
            String name = row.substring(0, row.indexOf(','));
            int number = Integer.parseInt(name.replace(".png", ""));
            BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
            for (int i = 0; i < 64 * 64; i++) {
                int y = i / 64;
                int x = i % 64;
                image.setRGB(x, y, value(number, 0, y, x) << 16 | value(number, 1, y, x) << 8 | value(number, 2, y, x));
            }
            ImageIO.write(image, "png", folder.resolve("images").resolve(name).toFile());
        }
    }

    private static int value(int number, int channel, int y, int x) {
        return (31 * number + 80 * channel + 3 * y + x * x) & 0xff;
    }

    private void write(String... lines) throws IOException {
        Files.write(folder.resolve("dogs.csv"), List.of(lines));
    }

    private Path image(String name) {
        return folder.resolve("images").resolve(name);
    }

    private void rejects(String... parts) {
        assertThatThrownBy(() -> new DogSetFolder(folder).read())
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContainingAll(parts);
    }
}
