package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dlcourse.kit.RunningProcess;
import org.dlcourse.settings.SettingsProvider;
import org.dlcourse.settings.ShapesSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
        "-Dcourse.record=pom.xml, Requirements cannot be recorded in",
        "-Dallure.results.directory=pom.xml, 'cannot be removed. Expected a folder that this user may write'",
        "-Dreport.pdf=yes, 'The property report.pdf is \"yes\". Expected true or false'",
        "-Dgroups=ANN &, which is not a tag expression",
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

    static Stream<Arguments> wrongFilesOfACourse() {
        String settings = "services/" + SettingsProvider.class.getName();
        return Stream.of(
                Arguments.of(
                        "dl-course/twin.yaml",
                        "title: Twin\nhandouts: [{id: CONV, title: A, parts: [{title: B, requirements:"
                                + " [{id: CONV-1, title: C, asks: D., shows: E.}]}]}]\n",
                        "five-handouts.yaml, line "),
                Arguments.of(
                        "dl-course/tab.yaml",
                        "title: Tab\nhandouts:\n\t- id: TAB\n",
                        "line 3: it is indented by a tab. Expected blanks"),
                Arguments.of(
                        "dl-course/none.yaml",
                        "handouts: []\n",
                        "line 1: there is no title. Expected the keys title and handouts"),
                Arguments.of(settings, "org.example.Nowhere", "Provider org.example.Nowhere not found"),
                Arguments.of(
                        settings,
                        ShadowingSettings.class.getName(),
                        "registers, is already a setting of the engine. Give it another name."));
    }

    @ParameterizedTest
    @MethodSource("wrongFilesOfACourse")
    void whatACourseAddsWronglyIsReportedOnceBeforeAnythingRuns(String file, String content, String message)
            throws Exception {
        SampleCourse course = SampleCourse.withoutTests(folder).resource("META-INF/" + file, content);
        RunningProcess session = SampleSession.of(folder, SampleRequirements.class)
                .withClassPathInFront(course.classes())
                .startIn(folder);

        assertThat(session.await()).as("exit status").isNotZero();
        assertThat(session.output()).containsOnlyOnce(message).doesNotContain("\tat ", "Report: ");
        assertThat(Files.readString(SampleSession.finalMessage(folder))).contains(message);
    }

    @Test
    void settingOfACourseIsCheckedBeforeAnythingRuns() throws Exception {
        SampleCourse course = SampleCourse.withoutTests(folder)
                .resource("META-INF/services/" + SettingsProvider.class.getName(), ShapesSettings.class.getName());
        RunningProcess session = SampleSession.of(folder, SampleRequirements.class)
                .withClassPathInFront(course.classes())
                .withOptions("-Dcourse.sides=2")
                .startIn(folder);

        assertThat(session.await()).as("exit status").isNotZero();
        assertThat(Files.readString(SampleSession.finalMessage(folder)))
                .isEqualTo(
                        "The property course.sides is \"2\"; expected sides of the largest polygon, a whole number from 3.");
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
