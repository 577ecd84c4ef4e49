package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dlcourse.kit.RunningProcess;
import org.dlcourse.reference.RecordedRequirement;
import org.dlcourse.reference.Recordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RecordingIT {
    @TempDir
    private Path folder;

    @Test
    void requirementsThatTrainedAndPassedAreRecordedAndNoOther() throws Exception {
        session("-Dcourse.record=" + folder.resolve("recorded"));

        Recordings recordings = new Recordings(folder.resolve("recorded"));
        assertThat(recordings.all()).extracting(RecordedRequirement::id).containsExactly("DOGS-1", "DOGS-2");
        RecordedRequirement second = recordings.find("DOGS-2").orElseThrow();
        assertThat(second.runs())
                .as("runs of an experiment that the test before asked for")
                .hasSize(4)
                .extracting(run -> run.run().request().seed())
                .containsExactlyInAnyOrder(449L, 450L, 451L, 452L);
        assertThat(second.evidence().sentence()).isEqualTo("It is trained.");
        assertThat(second.evidence().key().orElseThrow().measured()).isEqualTo("1");
        assertThat(second.evidence().figure().orElseThrow().svg()).startsWith("<svg");
        assertThat(second.evidence().tables())
                .extracting(table -> table.rows().size())
                .containsExactly(2);
        assertThat(second.origin().dataOrigin()).isEqualTo("synthetic");
        assertThat(second.origin().command()).isEqualTo("mvn test -Dgroups=DOGS-2 -Dcourse.seed=449");
        assertThat(second.inWords()).startsWith("quick scale, CIFAR-10 (synthetic), 4 runs with 4 seeds, 20");
    }

    @Test
    void recordingIsShownInAFrameOfThePageAndComparedAtItsOwnScale() throws Exception {
        session("-Dcourse.record=" + folder.resolve("recorded"));
        session("-Dcourse.reference=" + folder.resolve("recorded"), "-Dreport.pdf=true");

        String page = page("DOGS-2");
        assertThat(page)
                .containsSubsequence(
                        "Loss by step (PNG)",
                        "Compared with the recorded repeats",
                        "4 runs are recorded ones, to the bit",
                        "Recorded: quick scale, CIFAR-10 (synthetic), 4 runs with 4 seeds, 20",
                        "Not of this run.",
                        "Recorded: Loss by step (SVG)",
                        "Reproduce")
                .doesNotContain("Recorded at full scale");
        assertThat(page("DOGS-6")).contains("Recorded at full scale: ").doesNotContain("Not of this run.");
        assertThat(Files.readString(folder.resolve("report/index.html")))
                .contains("<small>quick scale, CIFAR-10 (synthetic), 4 runs with 4 seeds, 20");
        assertThat(folder.resolve("report/DOGS.pdf")).as("PDF with the figure").isNotEmptyFile();
    }

    @Test
    void damagedRecordingIsOneErrorBeforeAnythingRuns() throws Exception {
        Path file = folder.resolve("recorded/DOGS-2/recording.json.gz");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "no archive");

        RunningProcess session = process("-Dcourse.reference=" + folder.resolve("recorded"));

        assertThat(session.await()).as("exit status").isNotZero();
        assertThat(session.output())
                .containsOnlyOnce("The recording of DOGS-2, " + file + ", cannot be used: it is cut or damaged")
                .doesNotContain("\tat ");
    }

    private String page(String id) throws Exception {
        return SampleSession.result(folder, id).path("descriptionHtml").asText();
    }

    private void session(String... options) throws Exception {
        RunningProcess session = process(options);
        assertThat(session.await()).as(session.output()).isZero();
    }

    private RunningProcess process(String... options) throws Exception {
        return SampleSession.of(folder, TrainedRequirements.class)
                .withOptions(options)
                .startIn(Files.createDirectories(folder.resolve("session")));
    }
}
