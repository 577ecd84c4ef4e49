package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCommitTest {
    @TempDir
    private Path folder;

    @Test
    void workingFolderOfTheBuildHasACommit() {
        assumeThat(Path.of(".git")).as("this project as a git working tree").exists();

        assertThat(GitCommit.of(Path.of(""))).matches("[0-9a-f]{40}( with uncommitted changes)?");
    }

    @Test
    void folderOutsideGitSaysSo() throws IOException {
        assumeThat(gitAbove(folder))
                .as("a working tree around the temporary folder")
                .isFalse();

        assertThat(GitCommit.of(Files.createDirectory(folder.resolve("plain")))).startsWith("unknown (not a git");
    }

    private static boolean gitAbove(Path start) {
        for (Path path = start.toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }
}
