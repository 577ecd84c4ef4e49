package org.dlcourse.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.dlcourse.dataset.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarGzTest {
    private static final TarGz.Limits LIMITS = new TarGz.Limits(3, 100_000, 20);
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    private Path outside;

    @Test
    void filesAndFoldersComeOut() throws IOException {
        unpack(new Tar().folder("set").file("set/a.bin", CONTENT).file("set/deeper/b..bin", new byte[0]));

        assertThat(folder().resolve("set/a.bin")).hasBinaryContent(CONTENT);
        assertThat(folder().resolve("set/deeper/b..bin")).isEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "set/../../evil", "..", "/evil", "set\\..\\..\\evil", "C:\\evil", "C:evil"})
    void entriesOutsideOfTheFolderAreRefused(String name) throws IOException {
        assertThatThrownBy(() -> unpack(new Tar().file(name, CONTENT)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("\"" + name + "\", which would lie outside of its folder");
        assertNothingIsOutside();
    }

    @Test
    void linksAreRefusedSoThatNothingIsWrittenThroughThem() throws IOException {
        for (byte type : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK}) {
            assertThatThrownBy(() -> unpack(
                            new Tar().link("set", type, outside.toString()).file("set/evil", CONTENT)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("\"set\", which is neither a file nor a folder (type '" + (char) type + "')");
        }
        assertNothingIsOutside();
    }

    @Test
    void devicesAndPipesAreRefused() {
        for (byte type : new byte[] {TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO}) {
            assertThatThrownBy(() -> unpack(new Tar().link("set", type, "")))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("neither a file nor a folder");
        }
    }

    @Test
    void fileThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> unpack(new Tar().file("a", CONTENT).file("a", CONTENT)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("\"a\" twice");
    }

    @Test
    void bombsAreRefused() throws IOException {
        byte[] random = Transfer.randomBytes(100_000);
        assertThatThrownBy(() -> unpack(new Tar().file("many-bytes", random)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("more than 100,000 bytes");
        // 50,000 zeros are within the limit of bytes, but far more than 20 times what they are packed to.
        assertThatThrownBy(() -> unpack(new Tar().file("ratio", new byte[50_000])))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("20 times its own size");
        assertThatThrownBy(() ->
                        unpack(new Tar().folder("1").folder("2").folder("3").folder("4")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("more than 3 entries");
        unpack(new Tar()
                .file("control", Transfer.randomBytes(80_000))
                .folder("2")
                .folder("3"));
    }

    private void unpack(Tar tar) throws IOException {
        Path archive = Files.write(outside.resolve("archive.tar.gz"), tar.gz());
        Files.createDirectories(folder());
        new TarGz(archive, LIMITS).unpack(folder());
    }

    private Path folder() {
        return outside.resolve("in/side");
    }

    private void assertNothingIsOutside() throws IOException {
        assertThat(Path.of("/evil")).doesNotExist();
        assertThat(outside).isDirectoryNotContaining("regex:.*evil.*").isDirectoryNotContaining("glob:**evil");
        assertThat(outside.resolve("in")).isDirectoryNotContaining("regex:.*evil.*");
    }
}
