package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCodeTest {
    @TempDir
    private Path root;

    /** Within this file. */
    private record Inner() {}

    @Test
    void fileOfTheOutermostClassIsShownOnceAndEscaped() throws IOException {
        Path file = root.resolve("src/test/java/org/dlcourse/report/SourceCodeTest.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "List<String> a;");

        assertThat(new SourceCode(root).html(List.of(Inner.class, SourceCodeTest.class)))
                .containsOnlyOnce("SourceCodeTest.java</summary>")
                .contains("data-source=\"src/test/java/org/dlcourse/report/SourceCodeTest.java\"")
                .contains("List&lt;String&gt; a;")
                .as("without a repository")
                .doesNotContain("href");
    }

    @Test
    void classWithoutASourceFileShowsNothing() {
        assertThat(new SourceCode(root).html(List.of(String.class))).isEmpty();
    }
}
