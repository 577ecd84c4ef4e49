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

    private void session(String... options) throws Exception {
        RunningProcess session = SampleSession.of(folder, TrainedRequirements.class)
                .withOptions(options)
                .startIn(Files.createDirectories(folder.resolve("session")));
        assertThat(session.await()).as(session.output()).isZero();
    }
}
