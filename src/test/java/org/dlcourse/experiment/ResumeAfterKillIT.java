package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dlcourse.ChildProcess;
import org.dlcourse.backend.EnabledIfBitsRepeat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ResumeAfterKillIT {
    @TempDir
    private Path folder;

    @Test
    @EnabledIfBitsRepeat
    void runsFinishedBeforeAKillAreNotTrainedAgainAndTheResultsAreThoseOfAnUndisturbedGrid() throws Exception {
        Path results = folder.resolve("killed");
        ChildProcess grid = ChildProcess.start(folder, List.of(), GridProcess.class, results.toString());
        while (grid.isAlive() && finished(results).size() < 2) {
            // The only sign of a finished run in another process is its file.
            Thread.sleep(20);
        }
        grid.kill();
        Map<Path, String> before = finished(results);
        assertThat(before).as("finished when killed; output: %s", grid.output()).hasSizeBetween(2, 5);

        List<Run> resumed = GridProcess.run(results);

        Map<Path, String> after = finished(results);
        assertThat(after).as("runs after resuming").hasSize(6).containsAllEntriesOf(before);
        List<Run> undisturbed = GridProcess.run(folder.resolve("undisturbed"));
        for (int i = 0; i < undisturbed.size(); i++) {
            assertThat(resumed.get(i).key()).isEqualTo(undisturbed.get(i).key());
            assertThat(Json.MAPPER.writeValueAsString(resumed.get(i).result()))
                    .as(
                            "%s, half of the grid in another process",
                            resumed.get(i).request())
                    .isEqualTo(Json.MAPPER.writeValueAsString(undisturbed.get(i).result()));
        }
    }

    /** The files of finished runs with their contents, time and duration of the training included. */
    private static Map<Path, String> finished(Path results) throws IOException {
        Path runs = results.resolve("runs");
        Map<Path, String> contents = new TreeMap<>();
        if (Files.isDirectory(runs)) {
            try (Stream<Path> files = Files.list(runs)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".json")).toList()) {
                    contents.put(file, Files.readString(file));
                }
            }
        }
        return contents;
    }
}
