package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    private static final String PROGRAM_BEGIN = "<html><script>app</script>\n    ";
    private static final String SHELL = PROGRAM_BEGIN
            + "<script async>\n        window.reportDataReady = false;\n d('data/none','') </script></body></html>";
    /** 12 kB, 16 kB in base64: nearly all of the report. */
    private static final byte[] PICTURE = "pixels".repeat(2_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @BeforeEach
    void reportOfAllures() throws IOException {
        put("files/widgets/summary.json", "{}".getBytes(StandardCharsets.UTF_8));
        put("files/data/attachments/a.png", PICTURE);
        put("files/data/attachments/b.png", PICTURE);
        put("files/data/attachments/c.csv", "k,w".getBytes(StandardCharsets.UTF_8));
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
                .startsWith(PROGRAM_BEGIN + "<script>")
                .endsWith("</body></html>")
                .doesNotContain("data/none");
        assertThat(page)
                .containsOnlyOnce("d('data/attachments/a.png','" + base64(PICTURE) + "');")
                .contains("same('data/attachments/b.png','data/attachments/a.png');");
        assertThat(page.split(base64(PICTURE), -1)).as("text around the pixels").hasSize(2);
        assertThat(testCase(page))
                .isEqualTo("{\"descriptionHtml\":\"<p>\\u00B1 1</p><img data-attachment='A figure (PNG)'>\","
                        + "\"testStage\":{\"status\":\"passed\"}}");
        assertThat(folder.resolve("report/files")).doesNotExist();
    }

    @Test
    void whatIsTooLargeForOneFileLiesBesideItAndIsNamedInIt() throws IOException {
        assertThat(write(18_000))
                .as("control: one file, where the limit is above its size")
                .isTrue();

        assertThat(write(15_000)).as("one file").isFalse();

        assertThat(page())
                .doesNotContain(base64(PICTURE))
                .contains("d('widgets/summary.json','" + base64("{}".getBytes(StandardCharsets.UTF_8)) + "');")
                .contains(
                        "d('data/attachments/a.png');", "d('data/attachments/c.csv');", "d('data/test-cases/t.json');");
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
        return new ReportPage(folder.resolve("shell.html"), folder.resolve("files"), "1 < 2", limit)
                .write(folder.resolve("report"));
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("report/index.html"));
    }

    private static String testCase(String page) {
        Matcher matcher =
                Pattern.compile("d\\('data/test-cases/t.json','([^']+)'\\)").matcher(page);
        assertThat(matcher.find()).isTrue();
        return new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.US_ASCII);
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
