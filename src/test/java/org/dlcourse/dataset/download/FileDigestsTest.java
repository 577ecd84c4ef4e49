package org.dlcourse.dataset.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestsTest {
    @TempDir
    private Path folder;

    @Test
    void digestsAreThoseOfTheStandards() throws IOException {
        // "abc" is the first example of FIPS 180-2, appendix B.1, and of RFC 1321, appendix A.5.
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        assertThat(FileDigests.of(file))
                .isEqualTo(new FileDigests(
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                        "900150983cd24fb0d6963f7d28e17f72"));
    }
}
