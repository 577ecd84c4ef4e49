package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDigestTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @Test
    void namesAndContentsDetermineTheDigestAndLinksDoNot() throws IOException {
        Files.writeString(folder.resolve("a.py"), "x = 1");
        String digest = FolderDigest.sha256(folder);

        Path secret = Files.writeString(elsewhere.resolve("secret"), "1");
        Files.createSymbolicLink(folder.resolve("link"), secret);
        assertThat(FolderDigest.sha256(folder)).as("with a link").isEqualTo(digest);
        Files.writeString(folder.resolve("a.py"), "x = 2");
        assertThat(FolderDigest.sha256(folder)).as("with another content").isNotEqualTo(digest);
        Files.writeString(folder.resolve("a.py"), "x = 1");
        Files.move(folder.resolve("a.py"), folder.resolve("b.py"));
        assertThat(FolderDigest.sha256(folder)).as("with another name").isNotEqualTo(digest);
    }

    @Test
    void folderThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> FolderDigest.sha256(folder.resolve("gone")))
                .isInstanceOf(UnreadableSubmissionException.class)
                .hasMessageContaining("gone cannot be read (java.nio.file.NoSuchFileException")
                .hasMessageContaining("expected files that the user who grades may read");
    }
}
