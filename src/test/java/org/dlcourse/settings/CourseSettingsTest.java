package org.dlcourse.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseSettingsTest {
    private static final Map<String, String> NONE = Map.of();

    @Test
    void defaultsAreQuickScaleWithSeed449() {
        CourseSettings settings = CourseSettings.of(NONE, NONE);

        assertThat(settings.scale()).isEqualTo(Scale.QUICK);
        assertThat(settings.seed()).isEqualTo(449);
        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.repeats()).isEmpty();
        assertThat(settings.workers()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(settings.offline()).isFalse();
        assertThat(settings.runTimeout()).isEqualTo(Duration.ofHours(24));
    }

    @ParameterizedTest
    @CsvSource({"90s, PT90S", "120S, PT2M", "30m, PT30M", "2h, PT2H", "999999h, PT999999H"})
    void durationsAreNumbersWithAUnit(String text, Duration expected) {
        CourseSettings settings = CourseSettings.of(NONE, Map.of("COURSE_RUN_TIMEOUT", text));

        assertThat(settings.runTimeout()).isEqualTo(expected);
        assertThat(CourseSettings.of(
                        settings.asMap().entrySet().stream()
                                .filter(entry -> entry.getKey().equals("course.run-timeout"))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                        NONE))
                .as("what the report lists, set again")
                .isEqualTo(settings);
        assertThat(settings.runTimeout().toNanos()).as("in nanoseconds").isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark://node-1:7077",
                "spark://a:7077,b:7077",
                "yarn",
                "k8s://https://host:6443",
                "local-cluster[2,1,1024]"
            })
    void clusterIsTheAddressOfASparkMaster(String master) {
        assertThat(CourseSettings.of(Map.of("course.cluster", master), NONE).cluster())
                .contains(master);
    }

    @Test
    void propertyWinsOverEnvironmentVariable() {
        CourseSettings settings =
                CourseSettings.of(Map.of("course.seed", "7"), Map.of("COURSE_SEED", "8", "COURSE_WORKERS", "3"));

        assertThat(settings.seed()).isEqualTo(7);
        assertThat(settings.workers()).isEqualTo(3);
    }

    @Test
    void emptyVariableCountsAsNotSet() {
        assertThat(CourseSettings.of(NONE, Map.of("COURSE_SCALE", "", "COURSE_DATA", " ")))
                .isEqualTo(CourseSettings.of(NONE, NONE));
    }

    @Test
    void repeatsHaveSeedsOfTheirOwnAndNeverZero() {
        CourseSettings settings = CourseSettings.of(Map.of("course.seed", "-2"), NONE);

        assertThat(java.util.stream.IntStream.range(0, 4).mapToObj(settings::seedOfRepeat))
                .containsExactly(-2L, -1L, 1L, 2L);
    }

    @Test
    void unknownPropertyIsNamedTogetherWithTheNearestAndAllKnownOnes() {
        assertThatThrownBy(() -> CourseSettings.of(Map.of("course.sacle", "full"), NONE))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Unknown property course.sacle. Nearest: course.scale. Known: ")
                .hasMessageContaining("course.scale, course.data, course.seed");
    }

    @ParameterizedTest
    @CsvSource({
        "course.scale, huge, quick or full",
        "course.seed, 0, a whole number other than 0",
        "course.seed, many, a whole number other than 0",
        "course.workers, 0, a whole number from 1",
        "course.repeats, -1, a whole number from 1",
        "course.offline, yes, true or false",
        "course.cluster, host:7077, spark://HOST:PORT",
        "course.cluster, local[2], spark://HOST:PORT",
        "course.run-timeout, 0h, such as 90s",
        "course.run-timeout, 90, such as 90s",
        "course.run-timeout, never, such as 90s"
    })
    void invalidValueIsToldWithWhatIsExpected(String property, String value, String expected) {
        assertThatThrownBy(() -> CourseSettings.of(Map.of(property, value), NONE))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("The property " + property + " is \"" + value + "\"")
                .hasMessageContaining(expected);
    }

    @Test
    void namedDataFolderThatDoesNotExistIsAnError() {
        assertThatThrownBy(() -> CourseSettings.of(Map.of("course.data", "no/such/folder"), NONE))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(Path.of("no/such/folder").toAbsolutePath().toString())
                .hasMessageContaining("Give the folder that holds the data sets");
    }

    @Test
    void recordingASubmissionIsAnError() {
        assertThatThrownBy(() -> CourseSettings.of(Map.of("course.record", "kept", "course.submission", "src"), NONE))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("The property course.record asks for a recording")
                .hasMessageContaining("Leave one out.");
    }

    @Test
    void namedFolderOfRecordingsThatDoesNotExistIsAnError() {
        assertThatThrownBy(() -> CourseSettings.of(Map.of("course.reference", "no/such/folder"), NONE))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Give the folder that requirements were recorded in");
        assertThat(CourseSettings.of(NONE, NONE).reference()).isEqualTo(Path.of("fixtures/reference-runs"));
    }

    @ParameterizedTest
    @CsvSource({
        "course.data, 'is \"https://***@host/data\"; expected folder that holds the real data sets, on this machine'",
        "course.results, 'is \"https://***@host/data\"; expected folder that keeps finished runs'",
        "course.scale, 'is \"https://***@host/data\"; expected how much is trained, quick or full'"
    })
    void passwordInAValueIsNotShown(String property, String message) {
        assertThatThrownBy(() -> CourseSettings.of(Map.of(property, "https://user:secret@host/data"), NONE))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("The property " + property + " " + message)
                .hasMessageNotContainingAny("user", "secret");
    }
}
