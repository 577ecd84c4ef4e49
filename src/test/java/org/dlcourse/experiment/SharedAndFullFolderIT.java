package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class SharedAndFullFolderIT {
    @TempDir
    private Path folder;

    @Test
    void twoProcessesOnOneFolderGiveTheResultsOfOne() throws Exception {
        Path shared = folder.resolve("shared");
        ChildProcess grid = ChildProcess.of(GridProcess.class, shared.toString());
        RunningProcess one = grid.startIn(folder);
        RunningProcess two = grid.startIn(folder);

        assertThat(one.await()).as(one.output()).isZero();
        assertThat(two.await()).as(two.output()).isZero();

        KeptRuns kept = new KeptRuns(shared);
        assertThat(kept.halfWritten()).isEmpty();
        var before = kept.contents();
        List<Run> served = GridProcess.run(shared);
        assertThat(kept.contents())
                .as("files that are all whole, so none is made again")
                .isEqualTo(before);
        KeptRuns.assertEqualResults(served, GridProcess.run(folder.resolve("alone")));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "limits the size of files with a POSIX shell")
    void runThatTheDiskHasNoRoomForIsToldAndNothingHalfWrittenStaysAndTheOthersAreKept() throws Exception {
        Path full = folder.resolve("full");
        // 128 blocks of 512 bytes, as on a full disk: room for a convolutional run's file, and none for a fully
        // connected one's.
        RunningProcess grid = ChildProcess.of(GridProcess.class, full.toString())
                // Java's own file of counters is below no limit that is of use.
                .withOptions("-XX:-UsePerfData")
                .startedBy("sh", "-c", "ulimit -f 128 && exec \"$@\"", "sh")
                .startIn(folder);

        assertThat(grid.await()).as(grid.output()).isNotZero();

        assertThat(grid.output())
                .contains("Finished runs cannot be kept in " + full.resolve("runs"))
                .contains("with room on its disk")
                .contains("-Dcourse.results=FOLDER");
        KeptRuns kept = new KeptRuns(full);
        assertThat(kept.halfWritten()).isEmpty();
        var before = kept.contents();
        assertThat(before).as("the small files").hasSize(GridProcess.SMALL);

        List<Run> resumed = GridProcess.run(full);

        assertThat(kept.contents())
                .hasSize(GridProcess.SMALL + GridProcess.LARGE)
                .containsAllEntriesOf(before);
        KeptRuns.assertEqualResults(resumed, GridProcess.run(folder.resolve("roomy")));
    }
}
