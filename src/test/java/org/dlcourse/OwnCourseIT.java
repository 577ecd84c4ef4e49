package org.dlcourse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dlcourse.backend.Backend;
import org.dlcourse.pdf.ReadPdf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The template, a course in a build of its own, on what this build gives out. */
@Timeout(300)
class OwnCourseIT {
    /** The course; its files are copied, so that nothing is built among them. */
    private static final Path COURSE = Path.of("template");

    private static final Path WITHOUT_PARENT = Path.of("src/test/own-course/without-parent.xml");
    /** What needs no training. */
    private static final String EXERCISE = "-Dgroups=SHAPES-1.1";

    private static final String WARNING = "This process was started without ";

    @TempDir
    private Path repository;

    @TempDir
    private Path folder;

    private Path course;

    @BeforeEach
    void installAndCopy() throws IOException {
        BuildOutput.install(repository, MavenProcess.repository());
        course = folder.resolve("course");
        try (Stream<Path> files = Files.walk(COURSE)) {
            for (Path file : files.filter(OwnCourseIT::isGivenOut).toList()) {
                Files.copy(file, course.resolve(COURSE.relativize(file)));
            }
        }
        Files.copy(WITHOUT_PARENT, course.resolve(WITHOUT_PARENT.getFileName()));
    }

    /** What somebody who built the template in its place has left there is not. */
    private static boolean isGivenOut(Path file) {
        Path path = COURSE.relativize(file);
        return !path.startsWith("target") && !path.startsWith("allure-results");
    }

    @AfterEach
    void removeLinks() throws IOException {
        BuildOutput.removeLinks(repository);
    }

    @Test
    void courseThatInheritsTheParentGetsItsReport() throws Exception {
        MavenProcess build = MavenProcess.run(course, repository, "test");

        String summary = "3 passed, 1 skipped, of 4";
        assertThat(build.status()).as(build.output()).isZero();
        assertThat(build.output())
                .contains("Requirements: " + summary + ". Report: file:")
                .doesNotContain(WARNING)
                .doesNotContain("No report is made");
        assertThat(course.resolve("target/report/index.html")).content().contains("<title>Shapes: " + summary);
        assertThat(ReadPdf.of(Files.readAllBytes(course.resolve("target/report/SHAPES.pdf")))
                        .text())
                .contains(
                        "src/main/java/org/example/shapes/LoopMaxPooling.java",
                        "src/main/java/org/example/shapes/ShapeComparison.java",
                        "SHAPES-2.2 · ");
        assertThat(outcomes())
                .isEqualTo(Map.of(
                        "SHAPES-1.1", "passed",
                        "SHAPES-2.1", "passed",
                        "SHAPES-2.2", "passed",
                        "SHAPES-2.3", "skipped"));
        assertThat(environment())
                .contains("backend=" + Backend.found().name() + " "
                        + Backend.found().version() + ", " + Backend.found().nativeBuild())
                .doesNotContain("started.without");
    }

    @Test
    void settingThatTheCourseTakesAwayIsMissedInTheReport() throws Exception {
        Path pom = course.resolve("pom.xml");
        Files.writeString(
                pom,
                Files.readString(pom)
                        .replace(
                                "</project>",
                                "<build><plugins><plugin><artifactId>maven-surefire-plugin</artifactId>"
                                        + "<configuration><argLine>-Xmx1g</argLine></configuration></plugin></plugins></build></project>"));

        MavenProcess build = MavenProcess.run(course, repository, "test", EXERCISE);

        assertThat(build.status()).as(build.output()).isZero();
        assertThat(build.output())
                .containsOnlyOnce(WARNING + "the option --add-modules jdk.incubator.vector (")
                .doesNotContain("OMP_NUM_THREADS");
        assertThat(environment()).contains("started.without=the option --add-modules jdk.incubator.vector (");
    }

    @Test
    void courseWithoutTheParentIsWarnedOfWhatItLacks() throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-f",
                WITHOUT_PARENT.getFileName().toString(),
                "test",
                "-Dtest=ShapesTest#maxPoolingFromLoopsEqualsNd4js"));
        versions().forEach((name, version) -> arguments.add("-D" + name + "=" + version));
        arguments.add("-Dnd4j.classifier=" + Backend.found().nativeBuild());

        MavenProcess build = MavenProcess.run(course, repository, arguments.toArray(String[]::new));

        assertThat(build.status()).as(build.output()).isZero();
        assertThat(build.output())
                .containsOnlyOnce("No report is made: the property report.output names no folder.")
                .containsOnlyOnce(WARNING + "the variable OMP_NUM_THREADS=1 (it is not set;")
                .contains("Inherit org.dlcourse:dl-course-parent");
        assertThat(course.resolve("target/report")).doesNotExist();
    }

    /** What became of each requirement, by its id. */
    private Map<String, String> outcomes() throws IOException {
        Map<String, String> outcomes = new TreeMap<>();
        try (Stream<Path> files = Files.list(course.resolve("allure-results"))) {
            for (Path file : files.filter(file -> file.toString().endsWith("-result.json"))
                    .toList()) {
                JsonNode result = new ObjectMapper().readTree(file.toFile());
                String id = label(result, "requirement");
                if (!id.isEmpty()) {
                    outcomes.put(id, label(result, "outcome"));
                }
            }
        }
        return outcomes;
    }

    private static String label(JsonNode result, String name) {
        for (JsonNode label : result.path("labels")) {
            if (label.path("name").asText().equals(name)) {
                return label.path("value").asText();
            }
        }
        return "";
    }

    private String environment() throws IOException {
        return Files.readString(course.resolve("allure-results/environment.properties"));
    }

    /** The versions that the parent has as properties. */
    private static Map<String, String> versions() throws Exception {
        NodeList properties = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("parent/pom.xml").toFile())
                .getElementsByTagName("properties")
                .item(0)
                .getChildNodes();
        Map<String, String> versions = new TreeMap<>();
        for (int i = 0; i < properties.getLength(); i++) {
            Node property = properties.item(i);
            if (property.getNodeName().endsWith(".version")) {
                versions.put(property.getNodeName(), property.getTextContent());
            }
        }
        return versions;
    }
}
