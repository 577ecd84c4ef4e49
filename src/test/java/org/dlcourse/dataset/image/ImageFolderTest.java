package org.dlcourse.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageCollection;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void drawTwoClasses() throws IOException {
        folder = parent.resolve("shapes");
        DrawnImages.gray(folder.resolve("square/b.png"), 1);
        DrawnImages.gray(folder.resolve("square/a.png"), 2);
        DrawnImages.gray(folder.resolve("disc/c.png"), 3);
        DrawnImages.gray(folder.resolve("disc/d.png"), 4);
        DrawnImages.gray(folder.resolve("disc/B.png"), 5);
    }

    @Test
    void classesAndImagesAreInTheOrderOfTheirNames() {
        ImageCollection read = read();

        assertThat(read.name()).isEqualTo("Shapes");
        assertThat(read.origin()).isEqualTo(ImageDataset.Origin.REAL);
        assertThat(read.classes()).containsExactly("disc", "square");
        assertThat(read.images().labels()).containsExactly(0, 0, 0, 1, 1);
        assertThat(new int[] {
                    read.images().channels(),
                    read.images().height(),
                    read.images().width()
                })
                .containsExactly(1, DrawnImages.HEIGHT, DrawnImages.WIDTH);
        int[] numbers = {5, 3, 4, 2, 1};
        for (int i = 0; i < numbers.length; i++) {
            assertThat(read.images().pixel(i, 0, 2, 1)).as("image %d", i).isEqualTo(DrawnImages.value(numbers[i], 9));
        }
    }

    @Test
    void orderIsTheSameInEveryLocaleAndUnicodeForm() throws IOException {
        String composed = "\u00e4hre";
        Files.move(folder.resolve("disc"), folder.resolve(Normalizer.normalize(composed, Normalizer.Form.NFD)));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);

            assertThat(read().classes()).containsExactly("square", composed);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void grayImagesThatAreStoredInColourAreTheSameGrayImages() throws IOException {
        String sha256 = read().images().sha256();

        DrawnImages.write(folder.resolve("disc/d.png"), 4, BufferedImage.TYPE_3BYTE_BGR, 3, 4);

        assertThat(read().images().sha256()).isEqualTo(sha256);
    }

    @Test
    void oneImageOfColourMakesAllColourImages() throws IOException {
        DrawnImages.red(folder.resolve("square/a.png"));

        LabelledImages images = read().images();

        assertThat(images.channels()).isEqualTo(3);
        for (int channel = 0; channel < 3; channel++) {
            assertThat(images.pixel(0, channel, 0, 1)).isEqualTo(DrawnImages.value(5, 1));
            assertThat(images.pixel(3, channel, 0, 1)).isEqualTo(channel == 0 ? 255 : 0);
        }
    }

    @Test
    void jpegIsReadToo() throws IOException {
        DrawnImages.gray(folder.resolve("square/c.jpg"), 6);

        assertThat(read().images().count()).isEqualTo(6);
    }

    @Test
    void whatSystemsLeaveBehindAndTextsBesideTheClassFoldersAreIgnored() throws IOException {
        String sha256 = read().images().sha256();
        for (String name :
                new String[] {".DS_Store", "Thumbs.db", "disc/.DS_Store", "disc/Thumbs.db", "disc/._c.png"}) {
            Files.writeString(folder.resolve(name), "no image");
        }
        Files.createDirectory(folder.resolve("__MACOSX"));
        Files.writeString(folder.resolve("LICENSE"), "CC0");

        assertThat(read().images().sha256()).isEqualTo(sha256);
    }

    @Test
    void imageOfAnotherSizeIsReportedWithBothFilesAndSizes() throws IOException {
        DrawnImages.write(folder.resolve("square/a.png"), 2, BufferedImage.TYPE_BYTE_GRAY, 5, 4);

        rejects(
                "The image " + folder.resolve("square/a.png") + " has 4x5 pixels",
                "expected 4x3, which is the size of " + folder.resolve("disc/B.png"),
                "Resize one of them");
    }

    @Test
    void imageOfTooManyPixelsIsReportedBeforeItIsDecoded() throws IOException {
        DrawnImages.write(folder.resolve("disc/B.png"), 0, BufferedImage.TYPE_BYTE_BINARY, 4_097, 4_096);

        rejects(folder.resolve("disc/B.png") + " has 4096x4097 pixels; expected at most 16,777,216 in all");
    }

    @Test
    void classWithOneImageAndEmptyClassAreReported() throws IOException {
        Files.delete(folder.resolve("square/a.png"));
        rejects(folder.resolve("square") + " of Shapes has one image; expected at least 2");

        Files.move(folder.resolve("square/b.png"), folder.resolve("square/.b.png"));
        rejects(folder.resolve("square") + " of Shapes has no image; expected at least 2", "or remove the folder");
    }

    @Test
    void fileThatIsNoImageIsReportedWithItsFirstBytes() throws IOException {
        Path file = Files.writeString(folder.resolve("square/a.png"), "Hello, world\n");

        rejects(
                "The file " + file
                        + " is of an unknown format, with the first bytes 48 65 6c 6c 6f 2c 20 77 (\"Hello, w\")",
                "expected a PNG or JPEG image");

        Files.writeString(file, "GIF89a...");
        rejects(file + " is a GIF image; expected a PNG or JPEG image");
    }

    @Test
    void missingFolderAndFolderWithoutClassesAreReported() throws IOException {
        folder = parent.resolve("forms");
        rejects("The folder " + folder + " of Shapes is missing; expected a folder for each class");

        Files.createDirectories(folder);
        rejects("has no class folder; expected 2 or more", "Found []");

        DrawnImages.gray(folder.resolve("disc/a.png"), 1);
        rejects("has one class folder, disc; expected 2 or more", "Found [disc]");
    }

    @Test
    void imageBesideTheClassFoldersIsReported() throws IOException {
        DrawnImages.gray(folder.resolve("stray.png"), 1);

        rejects(
                "The image " + folder.resolve("stray.png") + " of Shapes is beside the class folders",
                "Move it into the folder of its class");
    }

    @Test
    void folderWithinAClassFolderIsReported() throws IOException {
        DrawnImages.gray(folder.resolve("disc/more/e.png"), 1);

        rejects(folder.resolve("disc") + " of Shapes holds the folder more; expected images alone");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void linksThatLeaveTheFolderAreRefusedAndThoseWithinItAreNot() throws IOException {
        Path outside = parent.resolve("outside.png");
        DrawnImages.gray(outside, 7);
        Path link = Files.createSymbolicLink(folder.resolve("disc/link.png"), outside);
        rejects(link + " is a link to " + outside.toRealPath(), "Copy it there");

        Files.delete(link);
        Files.createSymbolicLink(link, parent.resolve("nowhere.png"));
        rejects(link + " is missing");

        Files.delete(link);
        Path classLink = Files.createSymbolicLink(folder.resolve("ring"), parent);
        rejects(classLink + " is a link to " + parent.toRealPath());

        Files.delete(classLink);
        Files.createSymbolicLink(link, folder.resolve("disc/c.png"));
        folder = Files.createSymbolicLink(parent.resolve("elsewhere"), folder);
        assertThat(read().images().count())
                .as("with a link in the folder, which a link leads to")
                .isEqualTo(6);
    }

    private ImageCollection read() {
        return new ImageFolder("Shapes", folder).read();
    }

    private void rejects(String... parts) {
        assertThatThrownBy(this::read).isInstanceOf(DataException.class).hasMessageContainingAll(parts);
    }
}
