package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.util.JavaProcess;

/**
 * A course outside this project, in a package of its own: a catalogue and tests that are compiled into a folder. The five handouts'
 * catalogue is on its class path and their tests are not, as for a course that depends on their artifact.
 *
 * @param classes the folder
 */
record SampleCourse(Path classes) {
    static final String TESTS = "org.example.shapes.ShapesTest";

    private static final String CATALOGUE = """
            title: Shapes
            handouts:
              - id: SHAPES
                title: 1 · Shapes
                parts:
                  - title: By hand
                    requirements:
                      - {id: SHAPES-1.1, title: Met, asks: Do it., shows: It is done.}
                      - {id: SHAPES-1.2, title: Not met, asks: Do it., shows: It is done.}
                      - {id: SHAPES-1.3, title: Skipped, asks: Do it on a GPU., shows: It is done.}
                      - {id: SHAPES-1.4, title: Skipped with its class, asks: Do it., shows: It is done.}
                  - title: More
                    requirements:
                      - {id: SHAPES-2.1, title: Not selected, asks: Do it., shows: It is done.}
                      - {id: SHAPES-2.2, title: Without a test, asks: Do it., shows: It is done.}
            """;

    private static final String SOURCE = """
            package org.example.shapes;

            import java.util.List;
            import org.dlcourse.figure.*;
            import org.dlcourse.report.*;
            import org.junit.jupiter.api.*;

            class ShapesTest {
                @Requirement("SHAPES-1.1")
                void met(Evidence evidence) {
                    evidence.conclusion("It is so.");
                    evidence.answer("Is it so?", "It is so.");
                    evidence.check("a number", 1, Bound.atMost(2), EvidenceKind.EXACT, "because");
                    evidence.assertChecks();
                }

                @Requirement("SHAPES-1.2")
                void notMet(Evidence evidence) {
                    evidence.answer("Which?", new Formula("x^2"), "This.");
                    Series series = new Series("w", new double[] {0, 1}, new double[] {0, 1}, Palette.BLUE, Series.Style.SOLID);
                    DataTable table = DataTable.ofColumns("w by k", List.of("k", "w"), List.of(series.x(), series.y()));
                    Chart chart = new Chart("w", "k", "w", List.of(series));
                    evidence.figure(new Figure("A trajectory", "What happened.", 300, 200, chart, List.of(table)));
                    evidence.figure(new Figure("A trajectory", "The same again.", 300, 200, chart, List.of()));
                    evidence.check("a number", 3, Bound.atMost(2), EvidenceKind.EXACT, "because");
                    evidence.assertChecks();
                }

                @Requirement("SHAPES-1.3")
                @Disabled("no GPU computes here")
                void skipped() {}

                @Test
                void ofTheCourseItself() {}

                @Nested
                @Disabled("the class is not run")
                class Deeper {
                    @Requirement("SHAPES-1.4")
                    void skippedWithItsClass() {}
                }
            }

            class MoreTest {
                @Requirement("SHAPES-2.1")
                void notSelected() {}
            }
            """;

    /** The course with its tests, in a new folder. */
    static SampleCourse in(Path folder) throws IOException {
        SampleCourse course = withoutTests(folder);
        course.resource("META-INF/dl-course/shapes.yaml", CATALOGUE);
        Path source = folder.resolve("source").resolve(TESTS.replace('.', '/') + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, SOURCE);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        course.classes.toString(),
                        "-cp",
                        classPathWithoutTests(),
                        "-proc:none",
                        source.toString());
        assertThat(status).as("exit status of the compiler").isZero();
        return course;
    }

    /** A course that is nothing but a folder so far. */
    static SampleCourse withoutTests(Path folder) throws IOException {
        return new SampleCourse(Files.createDirectories(folder.resolve("course")));
    }

    /** Puts a file onto the course's class path. */
    SampleCourse resource(String name, String content) throws IOException {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** Puts a class of this project's tests onto the course's class path. */
    SampleCourse withClass(Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        Path copy = classes.resolve(name);
        Files.createDirectories(copy.getParent());
        try (InputStream in = type.getResourceAsStream("/" + name)) {
            Files.write(copy, in.readAllBytes());
        }
        return this;
    }

    /** A session over the course's tests that leaves all that it makes in a folder. */
    ChildProcess session(Path folder) throws IOException {
        withClass(SampleSession.class);
        return SampleSession.of(folder, TESTS).withClassPath(classes.toString(), classPathWithoutTests());
    }

    private static String classPathWithoutTests() {
        return String.join(
                File.pathSeparator,
                entries().filter(entry -> !entry.endsWith("test-classes")).toList());
    }

    private static Stream<String> entries() {
        return Arrays.stream(JavaProcess.of("").classPath().split(File.pathSeparator));
    }
}
