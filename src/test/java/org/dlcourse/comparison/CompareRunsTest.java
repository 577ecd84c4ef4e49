package org.dlcourse.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareRunsTest {
    @TempDir
    private Path folder;

    @Test
    void folderWithoutAReportIsOneClearError() {
        StringWriter errors = new StringWriter();

        int status = CompareRuns.command()
                .setErr(new PrintWriter(errors))
                .execute(
                        folder.toString(),
                        folder.toString(),
                        "-o",
                        folder.resolve("page.html").toString());

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString())
                .startsWith(folder + " is no report of a run: it has no index.html.")
                .hasLineCount(1);
        assertThat(folder.resolve("page.html")).doesNotExist();
    }
}
