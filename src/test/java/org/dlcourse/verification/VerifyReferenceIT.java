package org.dlcourse.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dlcourse.experiment.ExperimentObserver;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.dogs.mnist.MnistBySize;
import org.dlcourse.kit.EnabledIfBitsRepeat;
import org.dlcourse.reference.RecordedRequirement;
import org.dlcourse.reference.RecordedRun;
import org.dlcourse.reference.Recordings;
import org.dlcourse.reference.SampleRecording;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
@EnabledIfBitsRepeat
class VerifyReferenceIT {
    private static final Map<String, String> SETTINGS = Map.of("course.repeats", "1");

    @TempDir
    private Path folder;

    @Test
    void recordedRunsAreTrainedAgainToTheSameBitsAndAnEditedOneIsFound() {
        Recordings recordings = new Recordings(folder.resolve("recorded"));
        RecordedRequirement recorded = SampleRecording.of(SETTINGS, runs());
        recordings.write(recorded);

        assertThat(verify("--sample", "2"))
                .startsWith("0\nDOGS-2: ")
                .contains("): agrees: equal to the bit.")
                .endsWith("Of 2 runs 2 agree, 0 differ, 0 could not be judged.\n");

        recordings.write(new RecordedRequirement(
                recorded.id(),
                recorded.title(),
                recorded.origin(),
                recorded.evidence(),
                recorded.runs().stream()
                        .map(run -> new RecordedRun(run.run(), "another digest"))
                        .toList()));
        assertThat(verify("--sample", "1"))
                .startsWith("1\nDOGS-2: ")
                .contains(
                        "): DIFFERS: other bits, though code, backend and processor are the recorded ones: test accuracy ")
                .endsWith("Of 1 run 0 agree, 1 differs, 0 could not be judged.\n");
    }

    @Test
    void folderWithoutRecordingsIsOneClearError() {
        assertThat(verify())
                .startsWith("2\nThere is no recorded run in " + folder.resolve("recorded") + ". Expected folders")
                .hasLineCount(2);
    }

    private List<Run> runs() {
        CourseSettings settings = CourseSettings.of(
                Map.of(
                        "course.repeats",
                        "1",
                        "course.results",
                        folder.resolve("first").toString()),
                Map.of());
        Set<String> keys = new TreeSet<>();
        Experiments experiments = Experiments.with(settings).observedBy(new ExperimentObserver() {
            @Override
            public void asked(Class<?> experiment) {
                assertThat(experiment).isEqualTo(MnistBySize.class);
            }

            @Override
            public void rested(Set<String> used) {
                keys.addAll(used);
            }
        });
        experiments.run(new MnistBySize());
        return experiments.runs(keys);
    }

    /** The exit status and all that is said. */
    private String verify(String... options) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int status = VerifyReference.command()
                .setOut(out)
                .setErr(out)
                .execute(concatenated(
                        options,
                        "--results",
                        folder.resolve("results").toString(),
                        folder.resolve("recorded").toString()));
        return status + "\n" + said;
    }

    private static String[] concatenated(String[] options, String... more) {
        return Stream.of(options, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
