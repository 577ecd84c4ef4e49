package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlcourse.sandbox.ContainerSandbox;
import org.dlcourse.sandbox.WorkerCommand;
import org.dlcourse.settings.Isolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCodeTest {
    @TempDir
    private Path folder;

    @Test
    void containerHasTheJdkOfItsImageAndSeesTheLibrariesAlone() {
        WorkerCommand command =
                new JavaProgram(folder, new JavaLibraries(folder.resolve("libraries"))).command(Isolation.CONTAINER);

        assertThat(command.image()).isEqualTo(ContainerSandbox.JAVA);
        assertThat(command.interpreter()).startsWith("/usr/bin/java");
        assertThat(command.readable()).containsExactly(folder.resolve("libraries"));
    }

    @Test
    void namespaceHasTheJdkThatGrades() {
        WorkerCommand command =
                new JavaProgram(folder, new JavaLibraries(folder.resolve("libraries"))).command(Isolation.NAMESPACE);

        assertThat(command.interpreter())
                .startsWith(Path.of(System.getProperty("java.home"), "bin/java").toString());
        assertThat(command.readable()).contains(folder.resolve("libraries"));
    }

    @Test
    void sourceFilesAndJarsInAnyFolderAreCodeInJava() throws IOException {
        assertThat(new JavaCode(folder, () -> null).isHandedIn()).isFalse();
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/part.py"), "");
        assertThat(new JavaCode(folder, () -> null).isHandedIn()).isFalse();
        Files.writeString(folder.resolve("a/b/Part.java"), "");
        assertThat(new JavaCode(folder, () -> null).isHandedIn()).isTrue();
    }
}
