package org.dlcourse.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageCollection;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.PartitionedImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ImageTableTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void drawSixImages() throws IOException {
        for (int i = 1; i <= 6; i++) {
            DrawnImages.gray(folder.resolve("images/" + i + ".png"), i);
        }
        write(
                "use,File,Shape",
                "train,images/3.png,square",
                "train,images/1.png,disc",
                "val,images/2.png,disc",
                "val,images/4.png,square",
                "test,images/6.png,disc",
                "test,images/5.png,square");
    }

    @Test
    void imagesAreInTheTablesOrderAndClassesInThatOfTheirNames() {
        ImageCollection read = table().read();

        assertThat(read.origin()).isEqualTo(ImageDataset.Origin.REAL);
        assertThat(read.classes()).containsExactly("disc", "square");
        assertThat(read.images().labels()).containsExactly(1, 0, 0, 1, 0, 1);
        assertThat(read.images().channels()).isEqualTo(1);
        assertThat(read.images().pixel(4, 0, 1, 2)).isEqualTo(DrawnImages.value(6, 6));
    }

    @Test
    void partitionsAreThoseOfTheTable() {
        PartitionedImages read = table().readPartitions("use");

        assertThat(read.title()).isEqualTo("Shapes (real)");
        assertThat(read.training().labels()).containsExactly(1, 0);
        assertThat(read.validation().labels()).containsExactly(0, 1);
        assertThat(read.test().labels()).containsExactly(0, 1);
        assertThat(read.test().pixel(0, 0, 0, 0)).isEqualTo(DrawnImages.value(6, 0));
    }

    @Test
    void partitionWithoutImagesOfAClassIsReported() throws IOException {
        write("use,file,shape", "train,images/1.png,disc", "train,images/2.png,square", "val,images/3.png,disc");
        assertThatThrownBy(() -> table().readPartitions("use"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has no image of the classes [square] in the partition valid");

        write("use,file,shape", "train,images/1.png,disc", "train,images/2.png,square");
        assertThatThrownBy(() -> table().readPartitions("use"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has no image of the partition valid");
    }

    @Test
    void imagesMayLieInAFolderOfTheirOwn() throws IOException {
        write("file,shape", "1.png,disc", "2.png,disc", "3.png,square", "images/4.png,square");
        Path table = folder.resolve("shapes.csv");

        ImageCollection read = new ImageTable("Shapes", table, folder.resolve("images"), "file", "shape").read();

        assertThat(read.images().pixel(3, 0, 0, 0)).isEqualTo(DrawnImages.value(4, 0));
        rejects("Shapes's image 1.png, named in line 2 of shapes.csv, is missing in " + folder);
    }

    @Test
    void columnThatIsMissingIsReported() throws IOException {
        write("path,shape", "images/1.png,disc");

        rejects("Shapes's table " + folder.resolve("shapes.csv"), "[path, shape]; expected the columns [file, shape]");
    }

    @Test
    void classWithOneImageAndSingleClassAreReported() throws IOException {
        write("file,shape", "images/1.png,disc", "images/2.png,disc", "images/3.png,square");
        rejects("has one image of the class square; expected at least 2");

        write("file,shape", "images/1.png,disc", "images/2.png,disc");
        rejects("has images of one class, disc; expected 2 or more");

        write("file,shape");
        rejects("has images of no class; expected 2 or more");
    }

    @Test
    void rowsThatCannotBeUsedAreReportedWithTheirLine() throws IOException {
        write("file,shape", "images/1.png,disc", "../2.png,square");
        rejects(
                "Line 3 of",
                "has the file name \"../2.png\"; expected a name below the folder " + folder.getFileName());

        write("file,shape", "images/1.png,disc", "images/2.png,");
        rejects("Line 3 of", "has no shape; expected the name of a class");

        write("file,shape", "images/1.png,disc", "images/1.png,square");
        rejects("Line 3 of", "has images/1.png, which line 2 names too; expected each image once");

        write("file,shape", "images/1.png,disc", "images/9.png,square");
        rejects("Shapes's image images/9.png, named in line 3 of shapes.csv, is missing in " + folder);
    }

    @Test
    void imageOfAnotherSizeIsReportedWithBothFiles() throws IOException {
        DrawnImages.write(folder.resolve("images/4.png"), 4, BufferedImage.TYPE_BYTE_GRAY, 3, 5);

        rejects(folder.resolve("images/4.png") + " has 5x3 pixels; expected 4x3, which is the size of "
                + folder.resolve("images/3.png"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void linkThatLeavesTheTablesFolderIsRefused(@TempDir Path outside) throws IOException {
        Path target = outside.resolve("secret.png");
        Files.move(folder.resolve("images/4.png"), target);
        Files.createSymbolicLink(folder.resolve("images/4.png"), target);

        rejects(folder.resolve("images/4.png") + " is a link to " + target.toRealPath());
    }

    private ImageTable table() {
        return new ImageTable("Shapes", folder.resolve("shapes.csv"), "File", "shape");
    }

    private void write(String... lines) throws IOException {
        Files.write(folder.resolve("shapes.csv"), List.of(lines));
    }

    private void rejects(String... parts) {
        assertThatThrownBy(() -> table().read())
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(parts);
    }
}
