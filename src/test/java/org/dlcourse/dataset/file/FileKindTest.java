package org.dlcourse.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKindTest {
    @Test
    void kindsAreRecognisedByTheirFirstBytes() {
        assertThat(kind("")).isEqualTo(FileKind.EMPTY);
        assertThat(kind("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"))
                .isEqualTo(FileKind.LFS_POINTER);
        assertThat(kind("\u00ef\u00bb\u00bf\r\n<!DOCTYPE HTML PUBLIC>\n")).isEqualTo(FileKind.HTML_PAGE);
        assertThat(kind("<!-- made by a server -->\n<HTML lang=\"de\">")).isEqualTo(FileKind.HTML_PAGE);
        assertThat(kind("<?xml version=\"1.0\"?><!DOCTYPE html><html/>")).isEqualTo(FileKind.HTML_PAGE);
        assertThat(kind("<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code></Error>"))
                .isEqualTo(FileKind.XML_DOCUMENT);
        assertThat(kind("PK\u0003\u0004\u0014")).isEqualTo(FileKind.ZIP_ARCHIVE);
        for (String other :
                new String[] {"\n", "<", "P", "PK", "\u0080\u0002}", "filename,label\ncat,1\n", "version 2"}) {
            assertThat(kind(other)).as("kind of \"%s\"", other).isNull();
        }
    }

    @Test
    void transferInTextModeIsRecognisedByACarriageReturnBeforeEveryLineFeed() {
        byte[] noise = new byte[100_000];
        new Random(449).nextBytes(noise);
        String binary = new String(noise, StandardCharsets.ISO_8859_1);
        String changed = binary.replace("\n", "\r\n");

        assertThat(kind(changed)).isEqualTo(FileKind.TEXT_MODE);
        assertThat(kind(binary)).as("control: as it was").isNull();
        assertThat(kind(changed + "\n")).as("one line feed without").isNull();
        assertThat(kind("\r\n".repeat(7))).as("too few to tell").isNull();
        assertThat(kind("\r\n".repeat(8))).isEqualTo(FileKind.TEXT_MODE);
    }

    @Test
    void largeFileIsRecognisedByItsBeginning(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("large"), ("<html>" + " ".repeat(3 << 20)).getBytes());

        assertThat(FileKind.ofStart(file)).contains(FileKind.HTML_PAGE);
    }

    private static FileKind kind(String bytes) {
        return FileKind.of(bytes.getBytes(StandardCharsets.ISO_8859_1)).orElse(null);
    }
}
