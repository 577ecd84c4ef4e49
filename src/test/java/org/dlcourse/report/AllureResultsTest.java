package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureResultsTest {
    private static final Path KEPT_IN_GIT = Path.of("allure-results/categories.json");

    @TempDir
    private Path parent;

    @Test
    void onlyResultsOfTheRunBeforeAreRemoved() throws IOException {
        Path folder = Files.createDirectories(parent.resolve("allure-results"));
        Files.createDirectory(folder.resolve("history"));
        for (String file : new String[] {"categories.json", "a-result.json", "executor.json"}) {
            Files.writeString(folder.resolve(file), file);
        }
        Files.writeString(folder.resolve("history/history.json"), "{}");

        new AllureResults(folder).clean();

        assertThat(folder.resolve("categories.json")).as("one's own").hasContent("categories.json");
        assertThat(folder.resolve("history/history.json")).exists();
        assertThat(folder).isDirectoryNotContaining("glob:**{result,executor}.json");
    }

    @Test
    void folderThatWasDeletedIsMadeAnewWithTheCategoriesThatGitKeeps() throws IOException {
        Path folder = parent.resolve("allure-results");

        new AllureResults(folder).clean();

        assertThat(Files.readString(folder.resolve("categories.json"))).isEqualTo(Files.readString(KEPT_IN_GIT));
        assertThat(folder).as("nothing else").isDirectoryNotContaining("glob:**{part,properties}");
    }

    @Test
    void runHasTheNumberAfterTheLastOneAlsoWhereThatHadNone() throws IOException {
        AllureResults results = new AllureResults(parent);
        assertThat(results.runNumber()).as("without a history").isEqualTo(1);

        Path trend = Files.createDirectories(results.history()).resolve("history-trend.json");
        Files.writeString(trend, "[{},{}]");
        assertThat(results.runNumber()).as("after two runs without a number").isEqualTo(3);

        Files.writeString(trend, "[{\"buildOrder\":41},{\"buildOrder\":40}]");
        assertThat(results.runNumber()).isEqualTo(42);
    }
}
