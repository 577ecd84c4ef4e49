package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dlcourse.report.RequirementCatalogue.Course;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequirementCatalogueTest {
    private static final String SHAPES = """
            title: Shapes
            handouts:
              - id: SHAPES
                title: "1 · Shapes"
                parts:
                  - title: By hand
                    requirements:
                      - id: SHAPES-1.1
                        title: Max pooling
                        asks: Reduce an image.
                        shows: The values are equal.
                      - id: SHAPES-1.2
                        title: Mean pooling
                        asks: Average an image.
                        shows: The values are equal.
            """;

    private static final String SOUNDS = SHAPES.replace("SHAPES", "SOUNDS").replace("Shapes", "Sounds");

    @Test
    void testOfARequirementThatIsInNoCatalogueIsRefusedWithTheNearestIds() throws Exception {
        RequirementCatalogue catalogue = merged(SHAPES, SOUNDS);

        catalogue.requireKnown(Set.of("SOUNDS-1.2"));
        assertThatThrownBy(() -> catalogue.requireKnown(Set.of("SOUNDS-1.2", "SOUND-1.2")))
                .isInstanceOf(CatalogueException.class)
                .hasMessageStartingWith(
                        "A test has @Requirement(\"SOUND-1.2\"), which no catalogue has. Nearest: SOUNDS-1.2");
    }

    @Test
    void filesAreMergedInTheirOrder() {
        RequirementCatalogue catalogue = merged(SHAPES, SOUNDS);

        assertThat(catalogue.title()).isEqualTo("Shapes · Sounds");
        assertThat(catalogue.handouts())
                .extracting(RequirementCatalogue.Handout::title)
                .containsExactly("1 · Shapes", "1 · Sounds");
        assertThat(catalogue.places())
                .extracting(place -> place.entry().id())
                .containsExactly("SHAPES-1.1", "SHAPES-1.2", "SOUNDS-1.1", "SOUNDS-1.2");
        assertThat(catalogue.find("SOUNDS-1.2").orElseThrow().part().title()).isEqualTo("By hand");
    }

    @Test
    void courseWithoutATestDoesNotCount() {
        RequirementCatalogue catalogue = merged(SHAPES, SOUNDS);

        assertThat(catalogue.testedBy(Set.of("SOUNDS-1.2", "OTHER-1")).courses())
                .extracting(Course::title)
                .containsExactly("Sounds");
        assertThat(catalogue.testedBy(Set.of("SHAPES-1.1", "SOUNDS-1.2")).courses())
                .as("control: one test each")
                .hasSize(2);
        assertThat(catalogue.testedBy(Set.of()).title()).isEqualTo("No course");
    }

    /** What is replaced in the sample, by what, and what is said of it. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("title: Shapes\n", "", "1: there is no title. Expected the keys title and handouts."),
                Arguments.of("title: Shapes", "title:", "1: the title is empty. Expected a text."),
                Arguments.of("title: Shapes", "title: [a]", "1: the title is a list. Expected a text."),
                Arguments.of(
                        "title: Shapes",
                        "titel: Shapes",
                        "1: the key titel is not known; nearest: title. Expected the keys title, handouts."),
                Arguments.of(
                        "title: Shapes", "title: A\ntitle: B", "2: the key title is there twice. Expected it once."),
                Arguments.of("id: SHAPES\n    ", "", "3: there is no id. Expected the keys id and title, parts."),
                Arguments.of("id: SHAPES-1.2", "ID: SHAPES-1.2", "12: the key ID is not known; nearest: id."),
                Arguments.of("asks: Average", "show: Average", "14: the key show is not known; nearest: shows."),
                Arguments.of(
                        "            asks: Average an image.\n",
                        "",
                        "12: there is no asks. Expected the keys asks and id, title, shows."),
                Arguments.of(
                        "id: SHAPES-1.2",
                        "id: SHAPES-1.1",
                        "12: the id SHAPES-1.1 was defined before, line 8. Expected each id once"),
                Arguments.of("id: SHAPES-1.2", "id: shapes-1.1", "12: the id shapes-1.1 was defined before, line 8."),
                Arguments.of(
                        "id: SHAPES-1.2",
                        "id: SHAPE-1.2",
                        "12: the id is SHAPE-1.2. Expected one that begins with its handout's, SHAPES-."),
                Arguments.of(
                        "id: SHAPES-1.2",
                        "id: SHAPES 1.2",
                        "12: the id is \"SHAPES 1.2\". Expected letters, digits, dots and hyphens"),
                Arguments.of(
                        "          - id: SHAPES-1.2",
                        "\t  - id: SHAPES-1.2",
                        "12: it is indented by a tab. Expected blanks."),
                Arguments.of(
                        "asks: Average",
                        "asks: Average: ",
                        "14: it is not valid YAML (mapping values are not allowed here)"),
                Arguments.of("handouts:\n", "---\nhandouts:\n", "3: a second document begins. Expected one document."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeIsReportedWithItsLineAndWhatIsExpected(String text, String replacement, String message) {
        String spoilt = replaced(text, replacement);

        assertThatThrownBy(() -> merged(spoilt))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("The catalogue file 1, line " + message)
                .hasNoCause();
    }

    private static String replaced(String text, String replacement) {
        assertThat(SHAPES).contains(text);
        return SHAPES.replace(text, replacement);
    }

    @Test
    void fileWithoutContentIsReported() {
        assertThatThrownBy(() -> merged("# nothing\n"))
                .hasMessage("The catalogue file 1, line 1: there is nothing in it. Expected a title and handouts.");
        assertThatThrownBy(() -> merged("just a text"))
                .hasMessageContaining("line 1: found the text \"just a text\". Expected the keys title, handouts.");
        assertThatThrownBy(() -> merged(SHAPES + "---\ntitle: More\n"))
                .hasMessageContaining("a second document begins. Expected one document.");
    }

    @Test
    void idThatTwoFilesDefineIsReportedWithBothNamed() {
        assertThatThrownBy(() -> merged(SHAPES, SOUNDS.replace("SOUNDS", "SHAPES")))
                .isInstanceOf(CatalogueException.class)
                .hasMessage(
                        "The catalogue file 2, line 3: the id SHAPES was defined before, in file 1, line 3. Expected each id"
                                + " once in all catalogues on the class path; a file that was renamed or deleted stays in"
                                + " target until mvn clean.");
    }

    private static RequirementCatalogue merged(String... contents) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String content : contents) {
            files.put("file " + (files.size() + 1), content);
        }
        return RequirementCatalogue.of(files);
    }
}
