package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.pdf.ReadPdf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoutPdfsIT {
    private static final String CODE = Html.heading("Code")
            + Html.code(
                    "src/main/java/Solution.java",
                    "https://example.org/Solution.java",
                    "class Solution {\n    List<Net> a;\n}\n");

    private static final Figure FIGURE = new Figure(
            "A <figure>", "Its caption & more.", 300, 200, (graphics, area) -> graphics.draw(area), List.of());

    private static final DataTable TABLE = new DataTable(
            "Many rows",
            List.of("Row", "Number"),
            IntStream.rangeClosed(1, 40)
                    .mapToObj(row -> List.<Object>of("row " + row + ".", row))
                    .toList());

    @TempDir
    private Path folder;

    private Path results;

    private final List<Map<String, String>> attachments = new ArrayList<>(List.of(
            attachment("A <figure> (PNG)", "image/png", "1.png"),
            attachment("A <figure> (SVG)", "image/svg+xml", "1.svg")));

    @BeforeEach
    void writeResults() throws IOException {
        results = Files.createDirectories(folder.resolve("results"));
        Files.write(results.resolve("1.png"), FIGURE.png());
        Files.writeString(results.resolve("1.svg"), FIGURE.svg().orElseThrow());
        Files.writeString(results.resolve("environment.properties"), "commit=abc123\\u00b1\nprocessor=Abacus\n");
        write("ANN-1.1", page());
        write("ANN-1.2", "<p>not run</p>");
        write("DOGS-2", "<p>Another handout.</p>");
        write("DOGS-10", "<p>Skipped.</p>");
    }

    @Test
    void handoutHasAFileAndItsRequirementsAreInItsOrder() throws IOException {
        assertThat(pdfs().write(folder))
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactly("ANN.pdf", "DOGS.pdf");
        assertThat(ann().text())
                .containsSubsequence("Contents", "ANN-1.1 · ", "ANN-1.2 · ", "ANN-1.1 · ", "ANN-1.2 · ", "Code");
    }

    @Test
    void titlePageSaysWhereTheNumbersComeFrom() throws IOException {
        assertThat(ann().text())
                .containsSubsequence(
                        "Five <handouts>",
                        "1 · Training networks",
                        "1 passed, 1 not selected, of 2",
                        "quick",
                        "synthetic",
                        "449",
                        "1 January 1970",
                        "abc123±",
                        "Abacus");
    }

    @Test
    void checkedNumberStandsBesideItsBoundAndTextIsEscaped() throws IOException {
        assertThat(ann().text())
                .contains("mean absolute difference: 0.021, bound ≤ 0.03")
                .contains("<script>alert('α')</script>")
                .contains("A <figure>")
                .contains("Its caption & more.");
    }

    @Test
    void bookmarksLeadToPartsRequirementsAndCode() throws IOException {
        write("ANN-1.1", page() + CODE);

        assertThat(ann().bookmarks())
                .containsSubsequence(
                        "Part 1: Basic concepts",
                        "  ANN-1.1 · What a classifier trained with cross-entropy approximates",
                        "  ANN-1.2 · The gradient from two successive weights",
                        "Errors found in the handout and its published solutions",
                        "Code",
                        "  Part 1: Basic concepts",
                        "    Solution.java");
    }

    @Test
    void codeOfThePagesIsListedOnceAsTextWithLineNumbers() throws IOException {
        write("ANN-1.1", page() + CODE + Html.paragraph("Below the code."));
        write("ANN-1.2", CODE);

        assertThat(ann().text())
                .containsSubsequence("Below the code.", "src/main/java/Solution.java")
                .containsOnlyOnce("List<Net> a;")
                .containsPattern("\\n *2 +List<Net> a;")
                .doesNotContain("https://example.org");
    }

    @Test
    void fileThatAnEarlierPartListsIsNamedOnly() throws IOException {
        write("DOGS-2", CODE);
        write("DOGS-10", CODE);
        pdfs().write(folder);

        assertThat(ReadPdf.of(Files.readAllBytes(folder.resolve("DOGS.pdf"))).text())
                .containsOnlyOnce("List<Net> a;")
                .contains("Listed with an earlier part: Solution.java");
    }

    @Test
    void withoutSourcesItSaysWhyThereIsNoCode() throws IOException {
        assertThat(ann().text()).contains("No page of this run shows source code.");
    }

    @Test
    void errorsOfTheHandoutStandBehindItsParts() throws IOException {
        assertThat(ann().text())
                .containsSubsequence(
                        "Errors found in the handout and its published solutions",
                        "ANN-1.1 · ",
                        "The handout says <no>.",
                        "Proof: It is 0.021.",
                        "Code");
    }

    @Test
    void longTableHasItsFirstRowsAndSaysWhereTheOthersAre() throws IOException {
        assertThat(ann().text())
                .contains("row 25.", "The first 25 rows; 15 more are in the report, in \"Many rows (CSV)\".")
                .doesNotContain("row 26.");
    }

    @Test
    void boundsThatArePartlyBrokenAreNotFolded() throws IOException {
        List<Check> checks = IntStream.rangeClosed(1, 30)
                .mapToObj(n -> new Check("", "value " + n + ".", n, Bound.atMost(12), EvidenceKind.EXACT, "as said"))
                .toList();
        write("ANN-1.1", Html.checks(checks, false));

        assertThat(ann().text()).contains("value 1.", "value 30.").doesNotContain("30 bounds, of which 12 hold");
    }

    @Test
    void tableThatIsInNoFileIsWhole() throws IOException {
        write("ANN-1.1", Html.heading("Elsewhere") + Html.table(TABLE));

        assertThat(ann().text()).contains("row 40.");
    }

    @Test
    void figureOfLinesIsDrawnAsLinesAndOneWithoutThemAsPixels() throws IOException {
        assertThat(ann().pictures()).isZero();

        attachments.remove(1);
        write("ANN-1.1", page());

        assertThat(ann().pictures()).isEqualTo(1);
    }

    @Test
    void missingFigureIsOneErrorThatNamesItAndWhatToDo() throws IOException {
        Files.delete(results.resolve("1.svg"));

        assertThatThrownBy(() -> pdfs().write(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "ANN.pdf cannot be made: The picture \"A <figure> (PNG)\" of ANN-1.1 cannot be printed from "
                                + results.resolve("1.svg") + ": there is no such file.")
                .hasMessageContaining("mvn test -Dgroups=ANN-1.1");
        assertThat(folder.resolve("ANN.pdf")).doesNotExist();
    }

    @Test
    void pictureThatNoAttachmentHasIsAnError() throws IOException {
        write("ANN-1.1", Html.figure(FIGURE, "Another (PNG)"));

        assertThatThrownBy(() -> pdfs().write(folder))
                .hasMessageContaining("its result has no attachment of that name");
    }

    @Test
    void damagedFigureIsAnError() throws IOException {
        Files.writeString(results.resolve("1.svg"), "<svg><path></svg>");

        assertThatThrownBy(() -> pdfs().write(folder)).hasMessageContaining("1.svg: it is not well-formed");
    }

    @Test
    void earlierFilesAreRemoved() throws IOException {
        pdfs().write(folder);
        HandoutPdfs.clean(folder);

        assertThat(folder.resolve("ANN.pdf")).doesNotExist();
        assertThat(results).isNotEmptyDirectory();
    }

    private static String page() {
        return Html.paragraph("<script>alert('α')</script>\u0000")
                + Html.heading(FIGURE.title())
                + Html.figure(FIGURE, "A <figure> (PNG)")
                + Html.heading(TABLE.title())
                + Html.table(TABLE);
    }

    private HandoutPdfs pdfs() {
        return new HandoutPdfs(SampleSummary.summary(), new AllureResults(results));
    }

    private ReadPdf ann() throws IOException {
        pdfs().write(folder);
        return ReadPdf.of(Files.readAllBytes(folder.resolve("ANN.pdf")));
    }

    private void write(String id, String page) throws IOException {
        Map<String, Object> result = Map.of(
                "stop",
                1000,
                "descriptionHtml",
                page,
                "labels",
                List.of(Map.of("name", "requirement", "value", id)),
                "steps",
                List.of(
                        Map.of("name", "Figure", "attachments", attachments),
                        Map.of(
                                "name",
                                "Table",
                                "attachments",
                                List.of(attachment("Many rows (CSV)", "text/csv", "1.csv")))));
        Files.write(
                results.resolve(id + "-result.json"),
                new ObjectMapper().writeValueAsString(result).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> attachment(String name, String type, String source) {
        return Map.of("name", name, "type", type, "source", source);
    }
}
