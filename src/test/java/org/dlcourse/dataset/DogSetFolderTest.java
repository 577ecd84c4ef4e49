package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void readsPartsInTheOrderOfTheTableWithBreedsByNumber() {
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
    void missingTableIsToldWithWhatIsThere() throws IOException {
        Files.delete(folder.resolve("dogs.csv"));

        rejects("DogSet's table " + folder.resolve("dogs.csv") + " is missing; found [images] there");
    }

    @Test
    void otherHeaderIsTold() throws IOException {
        write("filename,label,partition", "000007.png,1,train");

        rejects(
                "has the header [filename, label, partition]; expected [filename, semantic_label, numeric_label, partition]");
    }

    @Test
    void emptyTableIsTold() throws IOException {
        Files.write(folder.resolve("dogs.csv"), new byte[0]);

        rejects("has the header []; expected [filename,");
    }

    @Test
    void tableThatIsNoTextIsTold() throws IOException {
        Files.write(folder.resolve("dogs.csv"), new byte[] {'"', 'f', 'i', 'l', 'e'});

        rejects("dogs.csv cannot be read");
    }

    @Test
    void rowWithACellTooFewIsToldWithItsLine() throws IOException {
        write(HEADER, ROWS.get(0), "000003.png,chihuahua,0");

        rejects("Line 3 of", "has 3 cells [000003.png, chihuahua, 0]; expected 4 of them");
    }

    @Test
    void linesAreCountedAsAnEditorDoesWithEmptyOnesAndCarriageReturns() throws IOException {
        Files.writeString(
                folder.resolve("dogs.csv"), HEADER + "\r\n" + ROWS.get(0) + "\r\n\r\n000003.png,chihuahua,0,dog\r\n");

        rejects("Line 4 of");
    }

    @Test
    void unknownPartitionIsTold() throws IOException {
        write(HEADER, ROWS.get(0), "000003.png,chihuahua,0,validation");

        rejects("Line 3 of", "has the partition \"validation\"; expected one of [train, valid, test]");
    }

    @Test
    void labelThatIsNoNumberIsTold() throws IOException {
        for (String label : List.of("zero", "-1", "1.5", "", "99999999999")) {
            write(HEADER, "000003.png,chihuahua," + label + ",train");

            rejects("Line 2 of", "has the numeric label \"" + label + "\"; expected a whole number from 0");
        }
    }

    @Test
    void numberWithTwoBreedsIsTold() throws IOException {
        write(HEADER, ROWS.get(0), ROWS.get(1), "000001.png,pug,1,valid");

        rejects("Line 4 of", "has pug with the numeric label 1; expected collie with 1, as in line 2");
    }

    @Test
    void breedWithTwoNumbersIsTold() throws IOException {
        write(HEADER, ROWS.get(0), ROWS.get(1), "000001.png,collie,2,valid");

        rejects("Line 4 of", "has collie with the numeric label 2; expected collie with 1, as in line 2");
    }

    @Test
    void gapInTheNumbersIsTold() throws IOException {
        write(HEADER, ROWS.get(1), "000001.png,pug,2,valid");

        rejects("has the numeric labels [0, 2]; expected those from 0 without a gap");
    }

    @Test
    void imageInTwoRowsIsTold() throws IOException {
        write(HEADER, ROWS.get(0), ROWS.get(1), "000007.png,collie,1,test");

        rejects("Line 4 of", "has 000007.png, which line 2 names too; expected each image once");
    }

    @Test
    void partWithoutImagesIsTold() throws IOException {
        write(HEADER, ROWS.get(0), ROWS.get(1), ROWS.get(3));

        rejects("has no image of the partition valid; expected some of each of [train, valid, test]");
    }

    @Test
    void missingImageIsToldWithItsNameAndLine() throws IOException {
        Files.delete(image("000002.png"));

        rejects(image("000002.png").toString(), "named in line 5 of dogs.csv, is missing");
    }

    @Test
    void otherSizeIsTold() throws IOException {
        writeImage("000001.png", new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR), "png");

        rejects("000001.png has 64x48 pixels; expected 64x64");
    }

    @Test
    void otherColoursAreTold() throws IOException {
        int[] types = {
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_BYTE_INDEXED
        };
        List<String> colours =
                List.of("gray of 8 bits", "gray of 16 bits", "RGB of 8 bits with alpha", "a palette of 256 colours");
        for (int i = 0; i < types.length; i++) {
            writeImage("000001.png", new BufferedImage(64, 64, types[i]), "png");

            rejects("000001.png is " + colours.get(i) + "; expected RGB of 8 bits, without alpha or palette");
        }
    }

    @Test
    void fileOfAnotherFormatIsTold() throws IOException {
        writeImage("000001.png", new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR), "jpg");

        rejects("000001.png is no whole PNG image", "unpack it again");
    }

    @Test
    void truncatedImageIsToldWhereverItsPixelsAreCut() throws IOException {
        byte[] whole = Files.readAllBytes(image("000001.png"));
        for (int size : new int[] {0, 20, 100, whole.length / 2, whole.length - 40}) {
            Files.write(image("000001.png"), Arrays.copyOf(whole, size));

            rejects("000001.png is no whole PNG image");
        }
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

    private void writeImage(String name, BufferedImage image, String format) throws IOException {
        File file = image(name).toFile();
        assertThat(ImageIO.write(image, format, file))
                .as("written as %s", format)
                .isTrue();
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
