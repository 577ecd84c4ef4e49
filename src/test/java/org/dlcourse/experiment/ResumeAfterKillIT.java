package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.kit.EnabledIfBitsRepeat;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ResumeAfterKillIT {
    private static final int KILLS = 20;
    private static final Pattern TRAINED = Pattern.compile("(\\w+ \\([^()]+, seed \\d+\\)): done after");
    /** As long as a small run, so that kills fall at its start, within it and while it is saved, and few runs end until then. */
    private static final int LONGEST_DELAY_MILLIS = 100;

    @TempDir
    private Path folder;

    @Test
    @EnabledIfBitsRepeat
    void gridThatWasKilledTwentyTimesTrainsNothingTwiceAndGivesTheResultsOfAnUndisturbedOne() throws Exception {
        Path results = folder.resolve("killed");
        KeptRuns kept = new KeptRuns(results);
        Random random = new Random(1);
        Map<String, Integer> timesTrained = new TreeMap<>();
        Map<Path, String> before = Map.of();
        for (int kill = 1; kill <= KILLS; kill++) {
            int newRuns = random.nextInt(2);
            RunningProcess grid =
                    ChildProcess.of(GridProcess.class, results.toString()).startIn(folder);
            while (grid.isAlive() && !(isTraining(grid) && kept.count() >= before.size() + newRuns)) {
                // The only signs from another process are what it prints and its files.
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(LONGEST_DELAY_MILLIS));
            assertThat(grid.isAlive())
                    .as("alive at kill %d; output: %s", kill, grid.output())
                    .isTrue();
            grid.kill();

            Map<Path, String> after = kept.contents();
            assertThat(after)
                    .as("runs after kill %d, with the time and duration of those before", kill)
                    .containsAllEntriesOf(before);
            before = after;
            count(grid.output(), timesTrained);
        }
        assertThat(before.size()).as("runs finished in spite of the kills").isBetween(KILLS / 4, GridProcess.SMALL);

        List<Run> resumed = GridProcess.run(results);

        assertThat(kept.contents()).hasSize(resumed.size()).containsAllEntriesOf(before);
        assertThat(timesTrained)
                .as("trainings to the end by run")
                .isNotEmpty()
                .allSatisfy((run, times) -> assertThat(times).as(run).isEqualTo(1));
        KeptRuns.assertEqualResults(resumed, GridProcess.run(folder.resolve("undisturbed")));
    }

    private static boolean isTraining(RunningProcess grid) throws Exception {
        return grid.output().contains(" to train, ");
    }

    private static void count(String output, Map<String, Integer> timesTrained) {
        Matcher trained = TRAINED.matcher(output);
        while (trained.find()) {
            timesTrained.merge(trained.group(1), 1, Integer::sum);
        }
    }
}
