package org.dlcourse.dataset.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.file.Transfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Cifar10FolderTest {
    private static final int IMAGES = SmallCifar10.IMAGES;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void readsLabelsAndPlanesOfAllBatchesInOrder(Cifar10Version version) throws IOException {
        SmallCifar10.write(folder, version);

        assertIsRead(version);
        assertThat(read(folder, version).title()).isEqualTo("CIFAR-10 (real)");
        assertThat(read(folder, version).training().labels())
                .startsWith(0, 7, 4, 1, 8)
                .endsWith(9, 6, 3, 0, 7);
    }

    @ParameterizedTest
    @EnumSource
    void namesInCapitalsAndWhatSystemsLeaveDoNotMatter(Cifar10Version version) throws IOException {
        SmallCifar10.write(folder, version);
        for (String name : version.files()) {
            Path file = folder.resolve(name);
            Files.move(file, folder.resolve(name.toUpperCase(Locale.ROOT)));
            Files.writeString(folder.resolve("._" + name), "resource fork");
        }
        for (String name : List.of(".DS_Store", "Thumbs.db", "desktop.ini", "batches.meta", "readme.html")) {
            Files.writeString(folder.resolve(name), "something");
        }
        Files.createDirectory(folder.resolve("__MACOSX"));

        assertIsRead(version);
    }

    @Test
    void folderWithinAFolderOfItsNameIsRead() throws IOException {
        Path outer = Files.createDirectory(folder.resolve("cifar-10-batches-bin"));
        SmallCifar10.write(outer.resolve("cifar-10-batches-bin"), Cifar10Version.BINARY);

        assertThat(read(outer, Cifar10Version.BINARY).training().sha256())
                .isEqualTo(SmallCifar10.expected().training().sha256());
    }

    @Test
    void truncatedFileIsReportedWithItsSizeAndTheExpectedOne() throws IOException {
        SmallCifar10.write(folder, Cifar10Version.BINARY);
        Path file = folder.resolve("data_batch_3.bin");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 5_000));

        rejects(
                Cifar10Version.BINARY,
                file.toAbsolutePath().toString(),
                "5,000 bytes, that is 1 whole records and 1,927 bytes",
                "expected 61,460 bytes (20 records of 3,073)");
    }

    @Test
    void labelAboveNineIsReportedWithItsRecord() throws IOException {
        SmallCifar10.write(folder, Cifar10Version.BINARY);
        Path file = folder.resolve("test_batch.bin");
        byte[] batch = Files.readAllBytes(file);
        batch[2 * Cifar10Binary.RECORD] = 10;
        Files.write(file, batch);

        rejects(Cifar10Version.BINARY, "record 2 (byte 6,146) has label 10; expected 0 to 9");
    }

    @ParameterizedTest
    @EnumSource
    void missingFileIsReportedWithWhatIsThere(Cifar10Version version) throws IOException {
        SmallCifar10.write(folder, version);
        Files.delete(folder.resolve(version.files().get(4)));

        rejects(
                version,
                folder.resolve(version.files().get(4)) + " is missing; found [",
                version.files().get(5),
                "Unpack the whole of " + version.archive());
    }

    @ParameterizedTest
    @EnumSource
    void filesOfCifar100AreCalledSo(Cifar10Version version) throws IOException {
        Files.writeString(folder.resolve("train" + (version == Cifar10Version.BINARY ? ".bin" : "")), "any");
        Files.writeString(folder.resolve("fine_label_names.txt"), "any");

        rejects(version, "fine_label_names.txt, train", "is CIFAR-100's, which is another data set");
    }

    @Test
    void recordsOfCifar100UnderCifar10sNamesAreCalledSo() throws IOException {
        SmallCifar10.write(folder, Cifar10Version.BINARY);
        Files.write(folder.resolve("test_batch.bin"), new byte[IMAGES * 3_074]);

        rejects(Cifar10Version.BINARY, "that is 20 records of 3,074: it is CIFAR-100's");
    }

    @ParameterizedTest
    @EnumSource
    void whatLiesUnderAFilesNameInItsPlaceIsCalledWhatItIs(Cifar10Version version) throws IOException {
        SmallCifar10.write(folder, version);
        Path file = folder.resolve(version.files().get(1));
        byte[] batch = Files.readAllBytes(file);

        Files.writeString(file, "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 30730000\n");
        rejects(version, file + " is a Git LFS pointer", "git lfs pull");
        Files.writeString(file, "<!DOCTYPE html>\n<html><head><title>Log in</title></head></html>\n");
        rejects(version, file + " is an HTML page");
        Files.write(file, Transfer.withCarriageReturns(batch));
        rejects(version, file + " was changed by a transfer in text mode");
        Files.write(file, new byte[0]);
        rejects(version, file + " is empty");
    }

    private void assertIsRead(Cifar10Version version) {
        ImageDataset images = read(folder, version);
        ImageDataset expected = SmallCifar10.expected();
        assertThat(images.training().sha256())
                .as("digest of the training images")
                .isEqualTo(expected.training().sha256());
        assertThat(images.test().sha256())
                .as("digest of the test images")
                .isEqualTo(expected.test().sha256());
    }

    private void rejects(Cifar10Version version, String... parts) {
        assertThatThrownBy(() -> read(folder, version))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(parts);
    }

    private static ImageDataset read(Path folder, Cifar10Version version) {
        return new Cifar10Folder(folder, version, IMAGES).read();
    }
}
