package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedTrialsTest {
    @TempDir
    private Path results;

    @Test
    void otherSeedsOfASessionOnAClusterBeginWithAWarningThatTheyTrainInThreads() {
        assertThat(linesOf(Map.of("course.cluster", "spark://head:7077")).get(0))
                .contains("in threads of this machine, not on spark://head:7077", "-Dcourse.seed.");
        assertThat(linesOf(Map.of())).noneMatch(line -> line.contains("threads"));
    }

    /** What is said of no seed at all. */
    private List<String> linesOf(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("course.results", results.toString());
        List<String> lines = new ArrayList<>();
        new SeedTrials(CourseSettings.of(all, Map.of()), Map.of()).conduct(lines::add);
        return lines;
    }
}
