package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.sandbox.Limits;
import org.dlcourse.sandbox.Sandbox;
import org.dlcourse.sandbox.SandboxChoice;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.sandbox.SelfTest;
import org.dlcourse.sandbox.Worker;
import org.dlcourse.sandbox.WorkerCommand;
import org.dlcourse.settings.Isolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCodeTest {
    @TempDir
    private Path folder;

    @Test
    void containerWithoutAJdkIsAFaultOfTheGrading() {
        Sandbox container = new Container();
        try (JavaCode code =
                new JavaCode(folder, () -> new SandboxChoice(Isolation.AUTO, container, "it works", List.of()))) {
            assertThatThrownBy(() -> code.solution(Convolution2d.class))
                    .isInstanceOf(SandboxException.class)
                    .hasMessage("Code in Java cannot be run in a container so far: its image has no JDK."
                            + " Use -Dcourse.isolation=namespace.");
        }
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

    /** Starts nothing. */
    private static final class Container implements Sandbox {
        @Override
        public Isolation isolation() {
            return Isolation.CONTAINER;
        }

        @Override
        public String description() {
            return "a container";
        }

        @Override
        public List<String> doesNotStop() {
            return List.of();
        }

        @Override
        public SelfTest selfTest() {
            throw new AssertionError("tested twice");
        }

        @Override
        public Worker start(WorkerCommand command, Path submission, Limits limits) {
            throw new AssertionError("a container was started for Java");
        }
    }
}
