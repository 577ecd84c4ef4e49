package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderProbeTest {
    @TempDir
    private Path folder;

    @Test
    void folderThatServesIsMadeAndLeftEmpty() {
        Path cache = folder.resolve("not/there/yet");

        assertThat(FolderProbe.ofProcess().objection(cache, 1)).isEmpty();
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void folderWithoutRoomSaysHowMuchThereIsAndHowMuchIsNeeded() {
        assertThat(FolderProbe.ofProcess().objection(folder, 1L << 60))
                .get()
                .asString()
                .matches("it has [\\d,]+ MB free and needs 1,152,921,504,607 MB");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void folderWhoseFilesMayNotBeExecutedSaysSo() {
        assertThat(new FolderProbe(file -> false).objection(folder, 1))
                .get()
                .asString()
                .contains("may not be executed");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void fileInPlaceOfTheFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a file");

        assertThat(FolderProbe.ofProcess().objection(file, 1))
                .get()
                .asString()
                .contains("cannot be written to", file.toString());
    }
}
