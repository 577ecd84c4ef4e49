package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestedRequirementsTest {
    private static final String METHOD = "@org.dlcourse.report.Requirement(\"%s\") void proves() {} ";

    @TempDir
    private Path sources;

    @TempDir
    private Path classes;

    @Test
    void testsOfAnyPackageCountAsMavenWouldRunThem() throws Exception {
        source(
                "ShapesTest",
                "class ShapesTest { " + METHOD.formatted("SHAPES-1")
                        + "@org.junit.jupiter.api.Nested class Deeper { " + METHOD.formatted("SHAPES-2") + "} "
                        + "static class Sample { " + METHOD.formatted("SHAPES-3") + "} }");
        source("TestSounds", "class TestSounds { " + METHOD.formatted("SOUNDS-1") + "}");
        source("InheritedTest", "abstract class InheritedTest { " + METHOD.formatted("BASE-1") + "}");
        source("HeirTests", "class HeirTests extends InheritedTest {}");
        source("Samples", "class Samples { " + METHOD.formatted("SAMPLE-1") + "}");
        source("SlowIT", "class SlowIT { " + METHOD.formatted("SLOW-1") + "}");
        compile();

        assertThat(tested()).containsExactlyInAnyOrder("SHAPES-1", "SHAPES-2", "SOUNDS-1", "BASE-1");
    }

    @Test
    void folderWithoutTestsHasNone() throws Exception {
        assertThat(tested()).isEmpty();
    }

    private void source(String name, String content) throws IOException {
        Files.writeString(sources.resolve(name + ".java"), "package org.example.any;\n" + content);
    }

    private void compile() throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"));
        try (var files = Files.list(sources)) {
            files.map(Path::toString).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    /** With a class loader that has the folder, as the one of its own tests would. */
    private Set<String> tested() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return TestedRequirements.in(Set.of(classes));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
