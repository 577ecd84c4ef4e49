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

class HandoutPdfsTest {
    private static final CourseSources SOURCES =
            new CourseSources(List.of(Path.of("src/main/java"), Path.of("src/test/java")), "");

    private static final CourseSources NO_SOURCES = new CourseSources(List.of(), "None here.");

    private static final String TEST = "org.dlcourse.homework.conv.MomentumByHandTest.weight";

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
        write("ANN-1.1", TEST, page());
        write("ANN-1.2", "ANN-1.2", "<p>not run</p>");
        write("DOGS-2", TEST, "<p>Another handout.</p>");
        write("DOGS-10", TEST, "<p>Skipped.</p>");
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
        assertThat(ann(SOURCES).bookmarks())
                .containsSubsequence(
                        "Part 1: Basic concepts",
                        "  ANN-1.1 · What a classifier trained with cross-entropy approximates",
                        "  ANN-1.2 · The gradient from two successive weights",
                        "Code",
                        "  Part 1: Basic concepts",
                        "    MomentumByHandTest.java");
    }

    @Test
    void codeIsTextWithLineNumbers() throws IOException {
        assertThat(ann(SOURCES).text())
                .containsSubsequence(
                        "src/test/java/org/dlcourse/homework/conv/MomentumByHandTest.java",
                        "src/main/java/org/dlcourse/exercise/reference/ClassicalMomentumStep.java")
                .containsPattern("\\n *1 +package org\\.dlcourse\\.exercise\\.reference;");
    }

    @Test
    void withoutSourcesItSaysWhyThereIsNoCode() throws IOException {
        assertThat(ann().text()).contains("None here.").doesNotContain("package org.dlcourse");
    }

    @Test
    void longTableHasItsFirstRowsAndSaysWhereTheOthersAre() throws IOException {
        assertThat(ann().text())
                .contains("row 25.", "The first 25 rows; 15 more are in the report, in \"Many rows (CSV)\".")
                .doesNotContain("row 26.");
    }

    @Test
    void tableThatIsInNoFileIsWhole() throws IOException {
        write("ANN-1.1", TEST, Html.heading("Elsewhere") + Html.table(TABLE));

        assertThat(ann().text()).contains("row 40.");
    }

    @Test
    void figureOfLinesIsDrawnAsLinesAndOneWithoutThemAsPixels() throws IOException {
        assertThat(ann().pictures()).isZero();

        attachments.remove(1);
        write("ANN-1.1", TEST, page());

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
        write("ANN-1.1", TEST, Html.figure(FIGURE, "Another (PNG)"));

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

    private HandoutPdfs pdfs(CourseSources sources) {
        return new HandoutPdfs(SampleSummary.summary(), new AllureResults(results), sources);
    }

    private HandoutPdfs pdfs() {
        return pdfs(NO_SOURCES);
    }

    private ReadPdf ann() throws IOException {
        return ann(NO_SOURCES);
    }

    private ReadPdf ann(CourseSources sources) throws IOException {
        pdfs(sources).write(folder);
        return ReadPdf.of(Files.readAllBytes(folder.resolve("ANN.pdf")));
    }

    private void write(String id, String test, String page) throws IOException {
        Map<String, Object> result = Map.of(
                "fullName",
                test,
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
