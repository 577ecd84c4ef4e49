package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    private static final String PROGRAM_BEGIN = "<html><body>";
    private static final String APP = "<script>app</script>\n    ";
    private static final String SHELL = PROGRAM_BEGIN
            + APP
            + "<script async>\n        window.reportDataReady = false;\n d('data/none','') </script></body></html>";
    /** 12 kB, 16 kB in base64: nearly all of the report. Noise, as gzip cannot make it smaller. */
    private static final byte[] PICTURE = noise(12_000);

    private static final byte[] TABLE = "k,w\n1,2\n".repeat(100).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @BeforeEach
    void reportOfAllures() throws IOException {
        put("files/widgets/summary.json", "{}".getBytes(StandardCharsets.UTF_8));
        put("files/data/attachments/a.png", PICTURE);
        put("files/data/attachments/b.png", PICTURE);
        put("files/data/attachments/c.csv", TABLE);
        String html = "<p>± 1</p><img data-attachment='A figure (PNG)'>";
        put(
                "files/data/test-cases/t.json",
                ("{\"descriptionHtml\":\"" + html + "\",\"testStage\":{\"descriptionHtml\":\"" + html
                                + "\",\"status\":\"passed\"}}")
                        .getBytes(StandardCharsets.UTF_8));
        put("shell.html", SHELL.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pixelsThatTwoAttachmentsHoldAreInTheFileOnceAndThePageRefersToThem() throws IOException {
        assertThat(write(1_000_000)).as("one file").isTrue();

        String page = page();
        assertThat(page)
                .startsWith(PROGRAM_BEGIN + "\n<style>")
                .containsSubsequence("#enlarged", APP + "<script>")
                .endsWith("</body></html>")
                .doesNotContain("data/none");
        assertThat(page)
                .containsOnlyOnce("d('data/attachments/a.png',false,'" + base64(PICTURE) + "');")
                .contains("same('data/attachments/b.png','data/attachments/a.png');");
        assertThat(page.split(Pattern.quote(base64(PICTURE)), -1))
                .as("text around the pixels")
                .hasSize(2);
        assertThat(content("data/test-cases/t.json"))
                .isEqualTo("{\"descriptionHtml\":\"<p>\\u00B1 1</p><img data-attachment='A figure (PNG)'>\","
                        + "\"testStage\":{\"status\":\"passed\"}}");
        assertThat(folder.resolve("report/files")).doesNotExist();
    }

    @Test
    void textIsPackedAndUnpackedAsItWas() throws IOException {
        write(1_000_000);

        assertThat(page()).contains("d('data/attachments/c.csv',true,").doesNotContain(base64(TABLE));
        assertThat(ReportData.of(index(), "data/attachments/c.csv")).isEqualTo(TABLE);
    }

    @Test
    void summaryStandsBeforeTheProgramAndLinksToThePagesOfRequirements() throws IOException {
        requirement("later", "ANN-1.2");
        requirement("first", "ANN-1.1");
        put(
                "files/data/behaviors.json",
                "{\"children\":[{\"uid\":\"other\"},{\"uid\":\"later\"},{\"uid\":\"first\"}]}"
                        .getBytes(StandardCharsets.UTF_8));

        write(1_000_000, Optional.of(SampleSummary.page()));

        assertThat(page().substring(0, page().indexOf(APP)))
                .startsWith(PROGRAM_BEGIN)
                .contains(
                        "<main id=\"summary\" tabindex=\"-1\">",
                        "href=\"#testresult/first\"",
                        "href=\"#testresult/later\"");
        assertThat(content("data/behaviors.json"))
                .as("in the handouts' order, and last what is no requirement's")
                .isEqualTo("{\"children\":[{\"uid\":\"first\"},{\"uid\":\"later\"},{\"uid\":\"other\"}]}");
    }

    private void requirement(String page, String id) throws IOException {
        put(
                "files/data/test-cases/" + page + ".json",
                ("{\"uid\":\"" + page + "\",\"labels\":[{\"name\":\"requirement\",\"value\":\"" + id + "\"}]}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pageOfARequirementNamesItsPlaceAndHasNeitherSeverityNorTags() throws IOException {
        String extra = "\"extra\":{\"severity\":\"normal\",\"tags\":[\"ANN\"],\"retries\":[]}";
        put("files/data/test-cases/r.json", testCase("{\"name\":\"requirement\",\"value\":\"ANN-1.1\"}", extra));
        put("files/data/test-cases/other.json", testCase("{\"name\":\"tag\",\"value\":\"ANN\"}", extra));

        write(1_000_000);

        assertThat(content("data/test-cases/r.json"))
                .contains(
                        "\"fullName\":\"1 \\u00B7 Training \\u203A Part 1: Basic concepts\"",
                        "\"extra\":{\"retries\":[]}");
        assertThat(content("data/test-cases/other.json"))
                .as("control: a test of no requirement")
                .contains("\"fullName\":\"a.FooTest.works\"", extra);
    }

    private static byte[] testCase(String label, String extra) {
        return ("{\"fullName\":\"a.FooTest.works\",\"labels\":[{\"name\":\"epic\",\"value\":\"1 · Training\"},"
                        + "{\"name\":\"feature\",\"value\":\"Part 1: Basic concepts\"}," + label + "]," + extra + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void attemptsBeforeTheLastAreShownWhereATestRanAgain() throws IOException {
        write(1_000_000);
        assertThat(page()).contains("var retried = false;");

        put("files/data/test-cases/first.json", "{\"hidden\":true}".getBytes(StandardCharsets.UTF_8));
        write(1_000_000);

        assertThat(page()).contains("var retried = true;");
    }

    @Test
    void whatIsTooLargeForOneFileLiesBesideItAndIsNamedInIt() throws IOException {
        assertThat(write(18_000))
                .as("control: one file, where the limit is above its size")
                .isTrue();

        assertThat(write(15_000)).as("one file").isFalse();

        assertThat(page())
                .doesNotContain(base64(PICTURE))
                .contains("d('widgets/summary.json',false,'" + base64("{}".getBytes(StandardCharsets.UTF_8)) + "');")
                .contains(
                        "d('data/attachments/a.png',false);",
                        "d('data/attachments/c.csv',true);",
                        "d('data/test-cases/t.json',");
        Path beside = folder.resolve("report/files");
        assertThat(beside.resolve("data/attachments/a.png.js"))
                .content()
                .isEqualTo("arrived('data/attachments/a.png','" + base64(PICTURE) + "');\n");
        assertThat(beside.resolve("data/attachments/b.png.js"))
                .as("a second copy")
                .doesNotExist();
        assertThat(beside.resolve("data/test-cases/t.json.js")).exists();
    }

    @Test
    void pageHasTheTitleOfItsReport() throws IOException {
        put("shell.html", SHELL.replace("<html>", "<html><title>Report</title>").getBytes(StandardCharsets.UTF_8));
        write(1_000_000);

        assertThat(page()).contains("<title>1 &lt; 2</title>").doesNotContain("<title>Report</title>");
    }

    @Test
    void otherProgramThanTheOneThatIsKnownIsTold() throws IOException {
        put("shell.html", "<html></body></html>".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> write(1_000_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("shell.html")
                .hasMessageContaining("does not have its data where they are expected");
    }

    private boolean write(long limit) throws IOException {
        return write(limit, Optional.empty());
    }

    private boolean write(long limit, Optional<SummaryPage> summary) throws IOException {
        return new ReportPage(folder.resolve("shell.html"), folder.resolve("files"), "1 < 2", limit, summary)
                .write(folder.resolve("report"));
    }

    private Path index() {
        return folder.resolve("report/index.html");
    }

    private String page() throws IOException {
        return Files.readString(index());
    }

    private String content(String name) throws IOException {
        return new String(ReportData.of(index(), name), StandardCharsets.US_ASCII);
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private void put(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }
}
