package org.dlcourse.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JavaProcessTest {
    private static final String CLASS_PATH = "a.jar" + File.pathSeparator + "b";

    private final JavaProcess java = JavaProcess.of("org.example.Main", "in", "out");

    @Test
    void commandIsOptionsThenClassPathThenMainClassThenArguments() {
        ProcessBuilder builder = java.withHome(Path.of("jdk"))
                .withOptions("-Xmx1g", "-Da=b")
                .withOptions("-Xmx2g")
                .withClassPath("a.jar", "b")
                .withArguments("more")
                .builder();

        assertThat(builder.command())
                .containsExactly(
                        Path.of("jdk", "bin", "java").toString(),
                        "-Xmx1g",
                        "-Da=b",
                        "-Xmx2g",
                        "-cp",
                        CLASS_PATH,
                        "org.example.Main",
                        "in",
                        "out",
                        "more");
    }

    @Test
    void jdkAndClassPathAreThoseOfThisProcess() {
        assertThat(java.home()).isEqualTo(Path.of(System.getProperty("java.home")));
        assertThat(java.classPath())
                .as("class path that holds this test")
                .contains("test-classes")
                .as("and not Surefire's jar that names it")
                .doesNotContain("surefirebooter");
    }

    @Test
    void otherCommandStandsInFront() {
        assertThat(java.builder("env", "A=b").command())
                .startsWith("env", "A=b", java.home().resolve("bin/java").toString());
    }

    @Test
    void variablesReplaceThoseOfThisProcess() {
        assertThat(java.withVariable("PATH", "nowhere").builder().environment()).containsEntry("PATH", "nowhere");
        assertThat(java.builder().environment()).as("control: without it").containsEntry("PATH", System.getenv("PATH"));
    }

    @Test
    void descriptionsDoNotChangeEachOther() {
        JavaProcess one = java.withOptions("-Da=1");

        assertThat(java.options()).isEmpty();
        assertThat(one.withoutOption("-Da=1")).isEqualTo(java);
        assertThat(one.withoutOption("-Da=2")).isEqualTo(one);
    }
}
