package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonWorkerTest {
    private static final Path SOURCES = Path.of("src/main/resources/org/dlcourse/grading/python");

    @Test
    void everyFileOfTheWorkerIsCopied(@TempDir Path folder) throws IOException {
        PythonWorker.copyTo(folder);

        assertThat(names(folder)).isEqualTo(names(SOURCES)).containsExactlyInAnyOrderElementsOf(PythonWorker.files());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".py"))
                    .sorted()
                    .toList();
        }
    }
}
