package org.dlcourse.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dlcourse.backend.NativeCode.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCodeTest {
    @TempDir
    private Path cache;

    @Test
    void librariesOfThisPlatformAreFoundOnTheClassPath() {
        List<Library> libraries = NativeCode.ofProcess().libraries();

        assertThat(libraries).extracting(Library::entry).anyMatch(entry -> entry.contains("nd4jcpu"));
        assertThat(libraries).extracting(Library::entry).noneMatch(entry -> entry.endsWith(".class"));
        assertThat(libraries).extracting(Library::bytes).allMatch(bytes -> bytes > 0);
    }

    @Test
    void whatIsThereWholeNeedsNoRoom() throws IOException {
        NativeCode code =
                new NativeCode(List.of(new Library("a.jar", "x/one.so", 1000), new Library("a.jar", "x/two.so", 2000)));

        assertThat(code.missingIn(cache)).isEqualTo(3300);

        Path folder = Files.createDirectories(cache.resolve("a.jar/x"));
        Files.write(folder.resolve("one.so"), new byte[1000]);
        Files.write(folder.resolve("two.so"), new byte[1999]);

        assertThat(code.missingIn(cache)).as("the second is cut off").isEqualTo(2200);
    }

    @Test
    void sizesAreInMegabytesRoundedUp() {
        assertThat(NativeCode.megabytes(1)).isEqualTo("1 MB");
        assertThat(NativeCode.megabytes(1_234_000_001)).isEqualTo("1,235 MB");
    }
}
