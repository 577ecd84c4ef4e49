package org.dlcourse.dataset.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.file.Tar;
import org.dlcourse.dataset.file.Transfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Cifar10ArchiveTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void readsBatchesInAnyOrderAndLeavesNothingBehind(Cifar10Version version) throws IOException {
        assertIsRead(version, SmallCifar10.tar(version).gz());

        assertThat(folder)
                .as("what is there after reading")
                .isDirectoryContaining("glob:**archive")
                .satisfies(data -> assertThat(data.toFile().list()).hasSize(1));
    }

    @ParameterizedTest
    @EnumSource
    void whatSystemsAddAndOtherFilesDoNotMatter(Cifar10Version version) throws IOException {
        Tar tar = new Tar().file("./readme.html", new byte[10]).file(".", new byte[10]);
        for (int batch = 0; batch < version.files().size(); batch++) {
            String name = version.files().get(batch);
            tar.file("./" + version.folder() + "/" + version.folder() + "/" + name, SmallCifar10.batch(version, batch));
            tar.file("./" + version.folder() + "/._" + name, new byte[10]);
            tar.file("__MACOSX/" + name, new byte[10]);
        }

        assertIsRead(version, tar.gz());
    }

    @Test
    void archiveThatABrowserHasUnpackedIsRead() throws IOException {
        byte[] packed = SmallCifar10.tar(Cifar10Version.PYTHON).gz();

        assertIsRead(Cifar10Version.PYTHON, new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes());
    }

    @Test
    void archiveThatIsCutIsReportedWhereverItIs() throws IOException {
        byte[] packed = SmallCifar10.tar(Cifar10Version.PYTHON).gz();
        for (int size : new int[] {20, packed.length / 2, packed.length - 9, packed.length - 1}) {
            rejects(Arrays.copyOf(packed, size), "archive is cut: it ends too early. Get it again.");
        }
    }

    @Test
    void archiveWithAWrongByteIsReported() throws IOException {
        byte[] packed = SmallCifar10.tar(Cifar10Version.PYTHON).gz();
        packed[packed.length - 6] ^= 1;

        rejects(packed, "archive is damaged (");
    }

    @Test
    void checkSumBehindMoreFillingThanIsReadIsChecked() throws IOException {
        byte[] packed = SmallCifar10.tar(Cifar10Version.PYTHON).gz();
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        byte[] filled = Transfer.gzip(Arrays.copyOf(tar, tar.length + 100_000));

        assertIsRead(Cifar10Version.PYTHON, filled);

        filled[filled.length - 6] ^= 1;
        rejects(filled, "archive is damaged (");
    }

    @Test
    void archiveInPlaceOfAnotherIsReportedWithWhatIsInIt() throws IOException {
        rejects(SmallCifar10.tar(Cifar10Version.BINARY).gz(), "lacks [data_batch_1", "found [test_batch.bin");
        rejects(
                new Tar().file("cifar-100-python/train", new byte[10]).gz(),
                "found [train]",
                "is CIFAR-100's, which is another data set");
    }

    @Test
    void fileThatIsThereTwiceIsRefused() throws IOException {
        byte[] batch = SmallCifar10.batch(Cifar10Version.PYTHON, 0);

        rejects(
                new Tar()
                        .file("a/data_batch_1", batch)
                        .file("b/data_batch_1", batch)
                        .gz(),
                "has b/data_batch_1 twice");
    }

    @Test
    void linksAreRefused() throws IOException {
        rejects(
                new Tar()
                        .link("data_batch_1", TarConstants.LF_SYMLINK, "/etc/passwd")
                        .gz(),
                "\"data_batch_1\", which is neither a file nor a folder");
    }

    @Test
    void damagedBatchIsReportedWithItsArchive() throws IOException {
        rejects(
                new Tar().file("set/data_batch_1", "not a pickle".getBytes()).gz(),
                "CIFAR-10's file set/data_batch_1 in " + folder.resolve("archive"),
                "is no pickle that is read here: at byte 0");
    }

    @Test
    void whatLiesUnderTheArchivesNameInItsPlaceIsCalledWhatItIs() throws IOException {
        rejects("version https://git-lfs.github.com/spec/v1\n".getBytes(), "is a Git LFS pointer");
        rejects("<html><body>404</body></html>".getBytes(), "is an HTML page");
        rejects(new byte[0], "is empty");
        rejects(new byte[2_000], "is neither a .tar.gz nor a .tar archive");
        rejects(
                Transfer.withCarriageReturns(
                        SmallCifar10.tar(Cifar10Version.BINARY).gz()),
                "was changed by a transfer in text mode");
    }

    private void assertIsRead(Cifar10Version version, byte[] archive) throws IOException {
        ImageDataset images = read(version, archive);
        ImageDataset expected = SmallCifar10.expected();
        assertThat(images.training().sha256())
                .as("digest of the training images")
                .isEqualTo(expected.training().sha256());
        assertThat(images.test().sha256())
                .as("digest of the test images")
                .isEqualTo(expected.test().sha256());
    }

    private void rejects(byte[] archive, String... parts) {
        assertThatThrownBy(() -> read(Cifar10Version.PYTHON, archive))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContainingAll(parts);
    }

    private ImageDataset read(Cifar10Version version, byte[] archive) throws IOException {
        Path file = Files.write(folder.resolve("archive"), archive);
        return new Cifar10Archive(file, version, SmallCifar10.IMAGES).read();
    }
}
