package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.DataException;
import org.dlcourse.report.Marks.Given;
import org.dlcourse.report.RequirementCatalogue.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {
    private static final RequirementCatalogue CATALOGUE = RequirementCatalogue.of(Map.of("file", """
            title: Shapes
            handouts:
              - id: SHAPES
                title: Shapes
                points: 10
                parts:
                  - title: By hand
                    requirements:
                      - {id: SHAPES-1, title: "Pooling, by hand", asks: Reduce., shows: Values., points: 3.335}
                      - {id: SHAPES-2, title: Mean pooling, asks: Average., shows: Values.}
            """));

    @TempDir
    private Path folder;

    @Test
    void pointsAndCommentsAreRead() throws IOException {
        Marks marks = read("id,points,comment\nSHAPES-1,2.5,\"good, but short\"\nSHAPES-2,,later\n");

        assertThat(marks.of("SHAPES-1")).contains(new Given(2.5, "good, but short"));
        assertThat(marks.of("SHAPES-2")).as("a row without points").isEmpty();
    }

    @Test
    void roundedMaximumIsTheMaximum() throws IOException {
        assertThat(read("id;points;comment\nSHAPES-1;3.34;\n").of("SHAPES-1")).contains(new Given(3.335, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHAPES-1,3.35,|the points \"3.35\" for SHAPES-1|a number from 0 to 3.3",
                "SHAPES-1,-1,|the points \"-1\" for SHAPES-1|a number from 0 to 3.3",
                "SHAPES-1,NaN,|the points \"NaN\" for SHAPES-1|a number from 0 to 3.3",
                "SHAPES-9,1,|the id \"SHAPES-9\"|the id of a requirement",
            })
    void wrongRowIsAnErrorWithItsLine(String row, String found, String expected) {
        assertThatThrownBy(() -> read("id,points,comment\n" + row + "\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(found)
                .hasMessageContaining(expected)
                .hasMessageContaining("2");
    }

    @Test
    void requirementWithTwoRowsIsAnError() {
        assertThatThrownBy(() -> read("id,points,comment\nSHAPES-1,1,\nSHAPES-1,2,\n"))
                .hasMessageContaining("the id SHAPES-1 for the second time");
    }

    @Test
    void templateCanBeReadBackAndHasNoMarks() throws IOException {
        Path file = folder.resolve("marks.csv");
        Marks.writeTemplate(file, CATALOGUE.places().stream().map(Place::entry).toList());

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "id,points,maximum,comment,title",
                        "SHAPES-1,,3.34,,\"Pooling, by hand\"",
                        "SHAPES-2,,6.67,,Mean pooling");
        assertThat(Marks.ofFile(file, CATALOGUE).given()).isEmpty();
    }

    private Marks read(String table) throws IOException {
        return Marks.ofFile(Files.writeString(folder.resolve("marks.csv"), table), CATALOGUE);
    }

    @Test
    void answerPageIsOpenUntilItIsMarked() {
        RequirementCatalogue.Entry entry = CATALOGUE.places().get(1).entry();
        AnswerSheet sheet = sheet(Marks.none());
        AnswerPage open = sheet.page(entry).orElseThrow();

        assertThat(open.judgement(List.of())).isEmpty();
        assertThat(open.html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "What to look for: Values.")
                .doesNotContain("<script>");
        assertThat(sheet.page(CATALOGUE.places().get(0).entry()))
                .as("a requirement without an answer")
                .isEmpty();
    }

    @Test
    void marksAreTheJudgement() {
        RequirementCatalogue.Entry entry = CATALOGUE.places().get(1).entry();
        Judgement some = sheet(new Marks(Map.of("SHAPES-2", new Given(4, "half"))))
                .page(entry)
                .orElseThrow()
                .judgement(List.of())
                .orElseThrow();
        Judgement all = sheet(new Marks(Map.of("SHAPES-2", new Given(entry.points(), ""))))
                .page(entry)
                .orElseThrow()
                .judgement(List.of())
                .orElseThrow();

        assertThat(some.inWords()).isEqualTo("4 of 6.67");
        assertThat(some.criteria().get(0).reasons()).containsExactly("half");
        assertThat(some.verdict()).isEqualTo(org.dlcourse.sandbox.Verdict.WRONG);
        assertThat(all.verdict()).isEqualTo(org.dlcourse.sandbox.Verdict.RIGHT);
    }

    private static AnswerSheet sheet(Marks marks) {
        return new AnswerSheet(
                Map.of("SHAPES-2", "<script>alert(1)</script>"), List.of(), marks, java.util.Optional.empty());
    }
}
