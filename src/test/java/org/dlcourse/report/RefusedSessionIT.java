package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class RefusedSessionIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "-Dcourse.scale=huge, 'The property course.scale is \"huge\"; expected how much is trained, quick or full.'",
        "-Dcourse.sclae=full, Unknown property course.sclae. Nearest: course.scale. Known: course.scale",
        "-Dcourse.data=no/such/folder, which is not a folder",
        "-Dcourse.data=src, holds no data set",
        "-Dcourse.results=pom.xml, Finished runs cannot be kept in",
        "-Dallure.results.directory=pom.xml, 'cannot be removed. Expected a folder that this user may write'",
        "-Dgroups=ANN &, which is no tag expression",
        "-Dgroups=CONV-99, 'Nearest: CONV-'",
        "-DexcludedGroups=CONV-99, 'Nearest: CONV-'"
    })
    void wrongSettingIsReportedOnceBeforeAnythingRuns(String option, String message) throws Exception {
        Path earlier = Files.createDirectory(folder.resolve("report")).resolve("index.html");
        Files.writeString(earlier, "an earlier run's report");
        RunningProcess session = session(option);

        assertThat(session.await()).as("exit status").isNotZero();
        assertThat(session.output()).containsOnlyOnce(message).doesNotContain("\tat ");
        assertThat(Files.readString(SampleSession.finalMessage(folder))).contains(message);
        assertThat(earlier).as("report of an earlier run").doesNotExist();
        assertThat(folder.resolve("course-results/runs"))
                .as("runs")
                .satisfiesAnyOf(runs -> assertThat(runs).doesNotExist(), runs -> assertThat(runs)
                        .isEmptyDirectory());
    }

    @Test
    void nearlyTheNameOfADataSetIsReportedBeforeAnythingRuns() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data/MNIST")).getParent();
        Files.createDirectory(data.resolve("dog-set"));
        RunningProcess session = session("-Dcourse.data=" + data);

        assertThat(session.await()).as("exit status").isNotZero();
        assertThat(session.output())
                .containsOnlyOnce("holds \"dog-set\", and the name of that data set is \"DogSet\"")
                .doesNotContain("Report: ");
    }

    @Test
    void groupsWithoutATestAreReportedAtTheEnd() throws Exception {
        assertThat(session("-Dgroups=CONV & ANN").await()).isZero();

        assertThat(Files.readString(SampleSession.finalMessage(folder)))
                .startsWith("No test matches -Dgroups=CONV & ANN. Tested requirements");
    }

    private RunningProcess session(String option) throws IOException {
        return SampleSession.of(folder, SampleRequirements.class)
                .withOptions(option)
                .startIn(folder);
    }
}
