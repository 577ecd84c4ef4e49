package org.dlcourse.dataset.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.file.Transfer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class MnistIdxTest {
    private static final int PLANE = 28 * 28;
    private static final int MAGIC_OF_IMAGES = 0x803;
    private static final int MAGIC_OF_LABELS = 0x801;
    private static final String TRAINING_IMAGES = "train-images-idx3-ubyte";
    private static final String TRAINING_LABELS = "train-labels-idx1-ubyte";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeThreeTrainingImagesAndTwoTestImages() throws IOException {
        write(TRAINING_IMAGES, images(3, 28, 28));
        write(TRAINING_LABELS, labels(3, 5, 0, 9));
        write(TEST_IMAGES + ".gz", Transfer.gzip(images(2, 28, 28)));
        write(TEST_LABELS + ".gz", Transfer.gzip(labels(2, 7, 2)));
    }

    @Test
    void readsPlainAndCompressedFilesRowByRow() {
        ImageDataset images = new MnistIdx(folder).read();

        assertThat(images.title()).isEqualTo("MNIST (real)");
        assertThat(images.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(images.training().labels()).containsExactly(5, 0, 9);
        assertThat(images.test().labels()).containsExactly(7, 2);
        assertThat(images.training().channels()).isEqualTo(1);
        assertThat(images.training().pixel(2, 0, 3, 1))
                .as("image 2, row 3, column 1")
                .isEqualTo(pixel(2, 3, 1));
        assertThat(images.test().pixel(1, 0, 27, 26))
                .as("image 1, row 27, column 26")
                .isEqualTo(pixel(1, 27, 26));
    }

    @Test
    void missingFileIsToldWithWhatIsThere() throws IOException {
        Files.delete(folder.resolve(TRAINING_LABELS));

        rejects("train-labels-idx1-ubyte is missing, and so is train-labels-idx1-ubyte.gz", "found [", TRAINING_IMAGES);
    }

    @Test
    void missingFolderIsTold() {
        assertThatThrownBy(() -> new MnistIdx(folder.resolve("raw")).read())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("found no such folder");
    }

    @Test
    void unpackedFileUnderAGzipNameIsRead() throws IOException {
        write(TEST_LABELS + ".gz", labels(2, 7, 2));

        assertThat(new MnistIdx(folder).read().test().labels()).containsExactly(7, 2);
    }

    @Test
    void fileThatWasPackedTwiceIsRead() throws IOException {
        write(TEST_LABELS + ".gz", Transfer.gzip(Transfer.gzip(labels(2, 7, 2))));

        assertThat(new MnistIdx(folder).read().test().labels()).containsExactly(7, 2);

        write(TEST_LABELS + ".gz", Transfer.gzip(Transfer.gzip(Transfer.gzip(labels(2, 7, 2)))));

        rejects(TEST_LABELS + ".gz begins with the magic number 0x1f8b0800");
    }

    @Test
    void whatLiesUnderAFilesNameInItsPlaceIsCalledWhatItIs() throws IOException {
        write(
                TRAINING_IMAGES,
                "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 47040016\n".getBytes());
        rejects(TRAINING_IMAGES + " is a Git LFS pointer");
        write(TRAINING_IMAGES, "\n<html>\n<head><title>404 Not Found</title></head></html>".getBytes());
        rejects(TRAINING_IMAGES + " is an HTML page");
        write(TRAINING_IMAGES, Transfer.withCarriageReturns(images(3, 28, 28)));
        rejects(TRAINING_IMAGES + " was changed by a transfer in text mode");
        write(TRAINING_IMAGES, images(3, 28, 28));
        byte[] noise = new byte[20_000];
        new Random(449).nextBytes(noise);
        write(TEST_LABELS + ".gz", Transfer.withCarriageReturns(Transfer.gzip(noise)));
        rejects(TEST_LABELS + ".gz was changed by a transfer in text mode");
    }

    @Test
    void truncatedGzipIsToldWhereverItIsCut() throws IOException {
        byte[] whole = Transfer.gzip(images(2, 28, 28));
        for (int size : new int[] {5, 30, whole.length - 9, whole.length - 1}) {
            write(TEST_IMAGES + ".gz", Arrays.copyOf(whole, size));

            rejects(TEST_IMAGES + ".gz ends too early for gzip, after " + size + " bytes");
        }
        write(TEST_IMAGES + ".gz", new byte[0]);
        rejects(TEST_IMAGES + ".gz is empty");
    }

    @Test
    void damagedGzipIsTold() throws IOException {
        byte[] damaged = Transfer.gzip(images(2, 28, 28));
        damaged[damaged.length - 6] ^= 1;
        write(TEST_IMAGES + ".gz", damaged);

        rejects(TEST_IMAGES + ".gz is no sound gzip file");
    }

    @Test
    void labelsInPlaceOfImagesAreToldByTheirMagicNumber() throws IOException {
        write(TRAINING_IMAGES, labels(20, new int[20]));

        rejects(TRAINING_IMAGES + " begins with the magic number 0x00000801; expected 0x00000803");
    }

    @Test
    void imagesInPlaceOfLabelsAreToldByTheirMagicNumber() throws IOException {
        write(TRAINING_LABELS, images(3, 28, 28));

        rejects(TRAINING_LABELS + " begins with the magic number 0x00000803; expected 0x00000801");
    }

    @Test
    void fileShorterThanItsHeaderIsTold() throws IOException {
        write(TRAINING_IMAGES, new byte[7]);

        rejects(TRAINING_IMAGES + " has 7 bytes; its header alone takes 16");
    }

    @Test
    void headerThatPromisesMoreThanTheFileHasIsTold() throws IOException {
        write(TRAINING_IMAGES, Arrays.copyOf(images(3, 28, 28), 16 + 2 * PLANE));

        rejects(TRAINING_IMAGES + " promises [3, 28, 28] of one byte after its header, but 1,568 bytes follow");
    }

    @Test
    void headerThatPromisesLessThanTheFileHasIsTold() throws IOException {
        write(TRAINING_LABELS, Arrays.copyOf(labels(3, 5, 0, 9), 12));

        rejects(TRAINING_LABELS + " promises [3] of one byte after its header, but 4 bytes follow");
    }

    @Test
    void lengthsWhoseProductOverflowsAreToldAndNotWrapped() throws IOException {
        // 2^16 * 2^16 * 2^16 is 0 as an int and as a short file's rest.
        byte[] header = ByteBuffer.allocate(16)
                .putInt(MAGIC_OF_IMAGES)
                .putInt(1 << 16)
                .putInt(1 << 16)
                .putInt(1 << 16)
                .array();
        write(TRAINING_IMAGES, header);

        rejects("promises [65536, 65536, 65536] of one byte after its header, but 0 bytes follow");
    }

    @Test
    void lengthBelowOneIsTold() throws IOException {
        write(TRAINING_LABELS, labels(-3));

        rejects(TRAINING_LABELS + " says that its dimension 1 has length -3");
    }

    @Test
    void otherSizesAreTold() throws IOException {
        write(TRAINING_IMAGES, images(3, 32, 28));

        rejects(TRAINING_IMAGES + " has images of 32x28 pixels; expected 28x28");
    }

    @Test
    void imagesAndLabelsThatDifferInNumberAreTold() throws IOException {
        write(TRAINING_LABELS, labels(2, 5, 0));

        rejects(TRAINING_IMAGES + " has 3 images", TRAINING_LABELS + " has 2 labels");
    }

    @Test
    void labelAboveNineIsToldWithItsImage() throws IOException {
        write(TRAINING_LABELS, labels(3, 5, 200, 9));

        rejects(TRAINING_LABELS + " has label 200 for image 1; expected 0 to 9");
    }

    private void rejects(String... parts) {
        assertThatThrownBy(() -> new MnistIdx(folder).read())
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContainingAll(parts);
    }

    private void write(String file, byte[] bytes) throws IOException {
        Files.write(folder.resolve(file), bytes);
    }

    public static byte[] images(int count, int height, int width) {
        ByteBuffer file = ByteBuffer.allocate(16 + count * height * width)
                .putInt(MAGIC_OF_IMAGES)
                .putInt(count)
                .putInt(height)
                .putInt(width);
        for (int i = 0; i < count * height * width; i++) {
            file.put((byte) pixel(i / (height * width), i / width % height, i % width));
        }
        return file.array();
    }

    public static byte[] labels(int count, int... labels) {
        ByteBuffer file =
                ByteBuffer.allocate(8 + labels.length).putInt(MAGIC_OF_LABELS).putInt(count);
        for (int label : labels) {
            file.put((byte) label);
        }
        return file.array();
    }

    private static int pixel(int image, int y, int x) {
        return (100 * image + 7 * y + 3 * x) & 0xff;
    }
}
