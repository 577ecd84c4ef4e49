package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisteredExercisesTest {
    @TempDir
    private Path folder;

    @Test
    void providerThatIsMisspeltIsNamedWithItsFile() throws IOException {
        Path file = folder.resolve("META-INF/services/" + ExerciseProvider.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, "org.example.Misspelt\n");
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            assertThatThrownBy(RegisteredExercises::all)
                    .isInstanceOf(IllegalStateException.class)
                    .message()
                    .contains("org.example.Misspelt")
                    .contains("Expected in META-INF/services/org.dlcourse.grading.ExerciseProvider one line");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
