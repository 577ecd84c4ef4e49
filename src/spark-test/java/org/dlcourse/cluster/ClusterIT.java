package org.dlcourse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dlcourse.experiment.Json;
import org.dlcourse.experiment.Run;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterIT {
    /** Runs that take about two seconds, so that a kill hits one and not the moment between two. */
    private static final ClusterGrid GRID = new ClusterGrid(12, 24);

    private static final Pattern DONE = Pattern.compile("seed \\d+\\): done after");
    /** Spark's own words for a task that it repeats. */
    private static final String REPEATED = "Lost task ";

    private final Random random = new Random(1);
    private Path folder;
    private LocalCluster cluster;

    @BeforeAll
    void start(@TempDir Path shared) throws Exception {
        folder = shared;
        cluster = LocalCluster.start(folder.resolve("spark"), 2);
    }

    @AfterAll
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void killsOfExecutorMasterAndWorkerLoseNoFinishedRunAndRepeatOnlyWhatWasRunning() throws Exception {
        Path results = folder.resolve("killed");
        RunningProcess driver = driver(results);

        awaitDone(driver, 2);
        // The executor whose run has ended begins its next run within this time.
        Thread.sleep(300);
        Map<Path, String> before = files(results, "runs");
        cluster.executors().get(0).destroyForcibly();
        awaitDone(driver, 5);
        cluster.killMaster();
        awaitDone(driver, 7);
        cluster.startMaster();
        cluster.killWorker(0);
        cluster.startWorker();

        assertThat(driver.await()).as(driver.output()).isZero();
        assertThat(files(results, "runs")).hasSize(GRID.runs()).containsAllEntriesOf(before);
        assertThat(driver.output()).contains("2 networks at a time, on 2 executors");
        assertThat(count(DONE.pattern(), driver)).as(driver.output()).isEqualTo(GRID.runs());
        assertThat(count(REPEATED, driver))
                .as("runs that were repeated after two kills of a process that trains one; output: %s", driver.output())
                .isBetween(1L, 2L);
        assertBitsOfThreads(results);
    }

    @Test
    void driverThatWasKilledResumesWhileAnotherOneWorksOnTheSameFolder() throws Exception {
        Path results = folder.resolve("two");
        RunningProcess one = driver(results, "-Dspark.cores.max=1");
        RunningProcess two = driver(results, "-Dspark.cores.max=1");
        awaitDone(one, 1);
        // A random point of the second run.
        Thread.sleep(random.nextInt(500));
        Map<Path, String> before = files(results, "runs");

        one.kill();
        RunningProcess resumed = driver(results, "-Dspark.cores.max=1");

        assertThat(two.await()).as(two.output()).isZero();
        assertThat(resumed.await()).as(resumed.output()).isZero();
        // A run that both began is saved by both, with equal bits and a duration of its own.
        assertThat(files(results, "runs"))
                .hasSize(GRID.runs())
                .containsKeys(before.keySet().toArray(Path[]::new));
        assertThat(count(DONE.pattern(), one) + count(DONE.pattern(), two) + count(DONE.pattern(), resumed))
                .as("trainings to the end, of which those that two drivers began together count twice")
                .isBetween((long) GRID.runs(), GRID.runs() + 3L);
        assertBitsOfThreads(results);
    }

    @Test
    void runsThatFailByThemselvesAreRecordedAndNotRepeated() throws Exception {
        Path results = folder.resolve("failing");
        RunningProcess driver = cluster.driver(FailingGrid.class)
                .withOptions("-Dcourse.results=" + results, "-Dcourse.run-timeout=40s")
                .startIn(folder);

        assertThat(driver.await()).as(driver.output()).isNotZero();

        assertThat(files(results, "failures").values())
                .as(driver.output())
                .hasSize(2)
                .anyMatch(failure -> failure.contains("ran out of memory on executor ")
                        && failure.contains("-Dspark.executor.memory"))
                .anyMatch(failure -> failure.contains("was given up: it gave no result within 40 s"));
        assertThat(files(results, "runs").values())
                .hasSize(2)
                .anyMatch(run -> run.contains("\"divergence\":{"))
                .anyMatch(run -> run.contains("mlp_1"));
        assertThat(driver.output()).doesNotContain("failed 4 times", "threw an exception");
    }

    @Test
    void driverCanStartTheClusterItself() throws Exception {
        Path results = folder.resolve("own");
        RunningProcess driver = cluster.driverOfItsOwn(cluster.home(), ClusterGrid.class, "2", "1")
                .withOptions("-Dcourse.results=" + results)
                .startIn(folder);

        assertThat(driver.await()).as(driver.output()).isZero();

        assertThat(driver.output())
                .contains("2 networks at a time, on 2 executors")
                .as("nothing is said of executors that end with the driver")
                .doesNotContain("Executor ", "Lost executor");
        assertThat(files(results, "runs")).hasSize(2);
    }

    @Test
    void driverThatStartsTheClusterItselfSaysAtOnceThatItHasNoSpark() throws Exception {
        RunningProcess driver = cluster.driverOfItsOwn("", ClusterGrid.class, "2", "1")
                .withOptions("-Dcourse.results=" + folder.resolve("none"))
                .startIn(folder);

        assertThat(driver.await()).as(driver.output()).isNotZero();

        assertThat(driver.output())
                .contains(
                        "local-cluster[2,1,1024]",
                        "its folder in the environment variable SPARK_HOME",
                        "found: nothing");
    }

    private RunningProcess driver(Path results, String... options) throws IOException {
        return cluster.driver(ClusterGrid.class, Integer.toString(GRID.runs()), Integer.toString(GRID.epochs()))
                .withOptions("-Dcourse.results=" + results)
                .withOptions(options)
                .startIn(folder);
    }

    /** Waits for so many finished runs, and then for a random part of the next. */
    private void awaitDone(RunningProcess driver, int runs) throws Exception {
        while (count(DONE.pattern(), driver) < runs) {
            assertThat(driver.isAlive()).as(driver.output()).isTrue();
            Thread.sleep(20);
        }
        Thread.sleep(random.nextInt(1000));
    }

    private static long count(String pattern, RunningProcess process) throws IOException {
        return Pattern.compile(pattern).matcher(process.output()).results().count();
    }

    private static Map<Path, String> files(Path results, String kind) throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(results.resolve(kind))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }

    private void assertBitsOfThreads(Path results) throws IOException {
        Map<Path, String> before = files(results, "runs");
        List<Run> onCluster = GRID.inThreads(results.toString());
        assertThat(files(results, "runs"))
                .as("runs that threads of this process find and do not train again")
                .isEqualTo(before);
        List<Run> inThreads = GRID.inThreads(folder.resolve("threads").toString());
        for (int i = 0; i < GRID.runs(); i++) {
            assertThat(Json.write(onCluster.get(i).result()))
                    .as("result of %s", onCluster.get(i).request())
                    .isEqualTo(Json.write(inThreads.get(i).result()));
        }
    }
}
