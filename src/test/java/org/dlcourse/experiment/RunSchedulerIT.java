package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dlcourse.backend.Backend;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.EnabledIfBitsRepeat;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Implementation;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TinyData;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingException;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingProgress;
import org.dlcourse.training.TrainingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RunSchedulerIT {
    private static final TrainingData DATA = TinyData.of(200);

    @TempDir
    private Path folder;

    @Test
    @EnabledIfBitsRepeat
    void twoWorkersGiveTheBitsOfOne() throws IOException {
        List<RunRequest> requests = List.of(
                request(GrayCifarArchitectures.MLP_1, 1),
                request(GrayCifarArchitectures.CNN_3, 1),
                request(GrayCifarArchitectures.CNN_3, 2),
                request(GrayCifarArchitectures.MLP_2, 1));

        List<Run> one = scheduler("one", 1).runAll(DATA, requests);
        List<Run> two = scheduler("two", 2).runAll(DATA, requests);

        for (int i = 0; i < requests.size(); i++) {
            assertThat(two.get(i).request()).isEqualTo(requests.get(i));
            assertThat(Json.MAPPER.writeValueAsString(two.get(i).result()))
                    .as("%s as JSON", requests.get(i))
                    .isEqualTo(Json.MAPPER.writeValueAsString(one.get(i).result()));
        }
    }

    @Test
    void finishedRunsAreServedAndNotTrainedAgain() throws IOException {
        List<RunRequest> some = List.of(request(GrayCifarArchitectures.MLP_1, 1));
        List<RunRequest> more = List.of(
                request(GrayCifarArchitectures.MLP_1, 2),
                request(GrayCifarArchitectures.MLP_1, 2),
                request(GrayCifarArchitectures.MLP_1, 1),
                request(GrayCifarArchitectures.MLP_1, 1));
        Run first = scheduler("runs", 1).runAll(DATA, some).get(0);

        List<Run> all = scheduler("runs", 1).runAll(DATA, more);

        assertThat(all.get(1).key())
                .as("asked for twice, trained once")
                .isEqualTo(all.get(0).key());
        assertThat(all.get(2))
                .usingRecursiveComparison()
                .as("with its time and all")
                .isEqualTo(first);
        assertThat(all.get(3).key()).isEqualTo(first.key());
        try (Stream<Path> files = Files.list(folder.resolve("runs/runs"))) {
            assertThat(files).as("files, one a run").hasSize(2);
        }
    }

    @Test
    void runsThatAreKeptAreFoundWithoutTrainingTheOthers() {
        List<RunRequest> requests =
                List.of(request(GrayCifarArchitectures.MLP_1, 1), request(GrayCifarArchitectures.MLP_1, 2));
        Run first = scheduler("runs", 1).runAll(DATA, requests.subList(0, 1)).get(0);

        List<Optional<Run>> kept = scheduler("runs", 1).kept(DATA, requests);

        assertThat(kept.get(0)).hasValueSatisfying(run -> assertThat(run.key()).isEqualTo(first.key()));
        assertThat(kept.get(1)).isEmpty();
    }

    @Test
    void runThatFailsLetsTheOthersFinish() {
        RunRequest plain = request(GrayCifarArchitectures.CNN_3, 1);
        RunRequest failing = new RunRequest(plain.plan().withImplementation(new Implementation("none")), plain.seed());
        RunRequest sound = request(GrayCifarArchitectures.MLP_1, 1);

        assertThatThrownBy(() -> scheduler("runs", 2).runAll(DATA, List.of(failing, sound)))
                .hasMessageContaining("The implementation none of networks is provided 0 times");

        assertThat(new RunStore(folder.resolve("runs")).find(identity().key(sound, DATA.sha256())))
                .as("the run beside it")
                .isPresent();
    }

    @Test
    void runThatWasDamagedOnDiskIsSaidAndTrainedAgainToTheSameBits() throws IOException {
        RunRequest request = request(GrayCifarArchitectures.MLP_1, 1);
        Run first = scheduler("runs", 1).runAll(DATA, List.of(request)).get(0);
        Path file = folder.resolve("runs/runs").resolve(first.key() + ".json");
        byte[] whole = Files.readAllBytes(file);
        String edited = Files.readString(file).replaceFirst("\"accuracyOnTest\":[0-9.]+", "\"accuracyOnTest\":0.99");

        for (byte[] damaged :
                List.of(Arrays.copyOf(whole, whole.length / 2), edited.getBytes(StandardCharsets.UTF_8))) {
            Files.write(file, damaged);
            try (LoggedWarnings warnings = LoggedWarnings.of(RunStore.class)) {
                Run again = scheduler("runs", 1).runAll(DATA, List.of(request)).get(0);

                assertThat(warnings.messages())
                        .anyMatch(said -> said.contains(file + " ") && said.endsWith("The run is done again."));
                assertThat(Json.MAPPER.writeValueAsString(again.result()))
                        .isEqualTo(Json.MAPPER.writeValueAsString(first.result()));
            }
            assertThat(new RunStore(folder.resolve("runs")).find(first.key()))
                    .as("the file after that")
                    .isPresent();
        }
    }

    @Test
    void runThatNeedsMoreMemoryThanThereIsFailsAloneAndSaysSo() throws IOException {
        RunRequest sound = request(GrayCifarArchitectures.MLP_1, 1);
        RunRequest huge = request(GrayCifarArchitectures.CNN_3, 1);
        Training training = (data, request, progress) -> {
            if (request.equals(huge)) {
                // 16 GB at once, more than the tests' heap: a real shortage that takes nothing from anyone else.
                assertThat(new long[Integer.MAX_VALUE - 8]).isNotEmpty();
            }
            return Training.BY_TRAINER.train(data, request, progress);
        };

        assertThatThrownBy(() -> scheduler(training, Duration.ofMinutes(1), InstantSource.system())
                        .runAll(DATA, List.of(huge, sound)))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("seed 1) ran out of memory")
                .hasMessageContaining("-Dcourse.workers=1")
                .hasRootCauseInstanceOf(OutOfMemoryError.class);

        assertThat(new RunStore(folder.resolve("runs")).find(identity().key(sound, DATA.sha256())))
                .as("the run beside it")
                .isPresent();
        assertThat(failure(huge).reason()).contains("ran out of memory");
    }

    @Test
    @Timeout(60)
    void runThatHangsIsGivenUpAndTheOthersGoOnInItsPlace() throws IOException {
        RunRequest hanging = request(GrayCifarArchitectures.CNN_3, 1);
        List<RunRequest> others =
                List.of(request(GrayCifarArchitectures.MLP_1, 1), request(GrayCifarArchitectures.MLP_1, 2));
        List<RunRequest> all = List.of(others.get(0), hanging, others.get(1));
        // Found before: on a busy machine the others must not be overdue as well.
        TrainingResult result = Training.BY_TRAINER.train(DATA, others.get(0), TrainingProgress.SILENT);
        AtomicBoolean released = new AtomicBoolean();
        Training training = (data, request, progress) -> {
            while (request.equals(hanging) && !released.get()) {
                // As native code that hangs: deaf to interrupts.
                Thread.onSpinWait();
            }
            return result;
        };
        RunScheduler oneWorker = scheduler(training, Duration.ofSeconds(2), InstantSource.system());

        try {
            assertThatThrownBy(() -> oneWorker.runAll(DATA, all))
                    .isInstanceOf(RunFailedException.class)
                    .hasMessageContaining("seed 1) was given up: it gave no result within 2 s")
                    .hasMessageContaining("-Dcourse.run-timeout=");

            RunStore store = new RunStore(folder.resolve("runs"));
            assertThat(others)
                    .allSatisfy(request -> assertThat(store.find(identity().key(request, DATA.sha256())))
                            .as("%s, after it in the only worker's queue", request)
                            .isPresent());
            assertThat(failure(hanging).reason()).contains("was given up");
            // The limit starts to count a moment before the run does.
            assertThat(failure(hanging).seconds()).isGreaterThan(1);
        } finally {
            // What ends after all is kept, as any other run.
            released.set(true);
        }

        scheduler("runs", 1).runAll(DATA, all);
        assertThat(failureFile(hanging))
                .as("record of the failure, once the run is done")
                .doesNotExist();
    }

    @Test
    void runThatIsSlowStopsSoonAfterItWasGivenUp() throws Exception {
        RunRequest slow = request(GrayCifarArchitectures.MLP_1, 1);
        CompletableFuture<RuntimeException> stopped = new CompletableFuture<>();
        Training training = (data, request, progress) -> {
            try {
                while (true) {
                    progress.recorded(1, 1, 10, 2.3);
                }
            } catch (RuntimeException e) {
                stopped.complete(e);
                throw e;
            }
        };

        assertThatThrownBy(() -> scheduler(training, Duration.ofMillis(50), InstantSource.system())
                        .runAll(DATA, List.of(slow)))
                .isInstanceOf(RunFailedException.class);

        assertThat(stopped.get(10, TimeUnit.SECONDS)).hasMessageContaining("was given up");
    }

    @Test
    void clockThatIsSetBackChangesTimeStampsOnly() throws IOException {
        RunRequest request = request(GrayCifarArchitectures.MLP_1, 1);
        Instant noon = Instant.parse("2024-05-01T12:00:00Z");
        AtomicInteger asked = new AtomicInteger();
        // An hour earlier whenever it is asked.
        InstantSource goingBack = () -> noon.minus(Duration.ofHours(asked.getAndIncrement()));
        RunScheduler scheduler = scheduler(Training.BY_TRAINER, Duration.ofMinutes(1), goingBack);

        Run first = scheduler.runAll(DATA, List.of(request)).get(0);
        Run second = scheduler
                .runAll(DATA, List.of(request(GrayCifarArchitectures.MLP_1, 2)))
                .get(0);
        Run served = scheduler.runAll(DATA, List.of(request)).get(0);

        assertThat(List.of(first, second))
                .allSatisfy(run ->
                        assertThat(run.provenance().seconds()).as("wall time").isBetween(0.0, 60.0));
        assertThat(second.provenance().started())
                .as("the clock did go back")
                .isLessThan(first.provenance().started());
        assertThat(served).usingRecursiveComparison().isEqualTo(first);
        Run byTheRightClock =
                scheduler("other", 1).runAll(DATA, List.of(request)).get(0);
        assertThat(byTheRightClock.key()).isEqualTo(first.key());
        assertThat(Json.MAPPER.writeValueAsString(byTheRightClock.result()))
                .isEqualTo(Json.MAPPER.writeValueAsString(first.result()));
    }

    @Test
    void runThatAnotherProcessFinishedMeanwhileIsNotTrainedAgain() {
        RunRequest first = request(GrayCifarArchitectures.CNN_3, 1);
        RunRequest second = request(GrayCifarArchitectures.MLP_1, 1);
        List<RunRequest> trained = new ArrayList<>();
        Training training = (data, request, progress) -> {
            trained.add(request);
            // Another process on the folder does the run that is next.
            scheduler("runs", 1).runAll(DATA, List.of(second));
            return Training.BY_TRAINER.train(data, request, progress);
        };

        List<Run> runs = scheduler(training, Duration.ofMinutes(1), InstantSource.system())
                .runAll(DATA, List.of(first, second));

        assertThat(trained).containsExactly(first);
        assertThat(runs).extracting(Run::request).containsExactly(first, second);
    }

    @Test
    void runThatDivergesIsKeptAndEndsAGridWithOneError() {
        RunRequest diverging = request(GrayCifarArchitectures.CNN_3, new Optimiser.Sgd(1e30), 1);

        Run run = scheduler("runs", 1).runAll(DATA, List.of(diverging)).get(0);

        assertThat(new RunStore(folder.resolve("runs")).find(run.key())).isPresent();
        assertThatThrownBy(run::checkConverged)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("seed 1) is NaN at step")
                .hasMessageContaining("1.0E30");
    }

    @Test
    void provenanceSaysWhereARunComesFrom() {
        Run run = scheduler("runs", 1)
                .runAll(DATA, List.of(request(GrayCifarArchitectures.MLP_1, 1)))
                .get(0);

        assertThat(run.provenance().data()).contains("CIFAR-10 (synthetic): 200 training");
        assertThat(run.provenance().dataSha256()).isEqualTo(DATA.sha256());
        assertThat(run.provenance().codeSha256()).hasSize(64);
        assertThat(run.provenance().backend()).contains(Backend.found().name(), "thread");
        assertThat(run.provenance().machine().java()).contains(System.getProperty("java.version"));
        assertThat(run.provenance().seconds()).isPositive();
    }

    @Test
    void runThatAnotherMachineTrainedIsKeptAsWhatItTrainedAndServedFromThen() throws IOException {
        RunRequest request = request(GrayCifarArchitectures.MLP_1, 1);
        TrainingProcess here = new TrainingProcess(identity(), Machine.ofProcess());
        TrainingProcess there = new TrainingProcess(
                new RunIdentity(
                        identity().code(),
                        new Backend("CpuBackend", "1.0.0-M2.1", "linux-arm64", Backend.NO_HELPER, 1)),
                new Machine("another", 4, "Linux", "17"));
        List<RunRequest> trained = new ArrayList<>();
        RunExecutor cluster = new RunExecutor() {
            @Override
            public int capacity() {
                return 1;
            }

            @Override
            public List<TrainingProcess> processes() {
                return List.of(here, there);
            }

            @Override
            public TrainedRun train(TrainingData data, RunRequest one, RunProgress progress) {
                trained.add(one);
                if (trained.size() == 1) {
                    throw new IllegalStateException("the machine was lost");
                }
                return there.train(data, one, progress);
            }
        };
        RunStore store = new RunStore(folder.resolve("runs"));
        RunScheduler scheduler = new RunScheduler(store, cluster, Duration.ofMinutes(1));

        assertThatThrownBy(() -> scheduler.runAll(DATA, List.of(request))).hasMessage("the machine was lost");
        assertThat(failure(request).reason()).isEqualTo("the machine was lost");
        Run run = scheduler.runAll(DATA, List.of(request)).get(0);
        Run again = scheduler.runAll(DATA, List.of(request)).get(0);

        assertThat(trained).as("trainings, of which the first failed").hasSize(2);
        assertThat(run.key()).isEqualTo(there.identity().key(request, DATA.sha256()));
        assertThat(run.provenance().machine()).isEqualTo(there.machine());
        assertThat(run.provenance().backend()).contains("linux-arm64");
        assertThat(store.find(here.identity().key(request, DATA.sha256())))
                .as("the run as this machine would have trained it")
                .isEmpty();
        assertThat(again).usingRecursiveComparison().isEqualTo(run);
        assertThat(failureFile(request)).doesNotExist();
    }

    private RunScheduler scheduler(String store, int workers) {
        return new RunScheduler(new RunStore(folder.resolve(store)), identity(), workers, Duration.ofMinutes(5));
    }

    private RunScheduler scheduler(Training training, Duration timeout, InstantSource clock) {
        return new RunScheduler(new RunStore(folder.resolve("runs")), identity(), 1, timeout, training, clock);
    }

    private Path failureFile(RunRequest request) {
        return folder.resolve("runs/failures").resolve(identity().key(request, DATA.sha256()) + ".json");
    }

    private RunFailure failure(RunRequest request) throws IOException {
        return Json.MAPPER.readValue(failureFile(request).toFile(), RunFailure.class);
    }

    private static RunIdentity identity() {
        return new RunIdentity(CodeVersion.ofProcess(), Backend.start());
    }

    private static RunRequest request(Architecture architecture, long seed) {
        return request(architecture, Optimiser.Adam.defaults(), seed);
    }

    private static RunRequest request(Architecture architecture, Optimiser optimiser, long seed) {
        return new RunRequest(
                new TrainingPlan(
                        architecture,
                        Initialisation.PYTORCH,
                        optimiser,
                        50,
                        2,
                        Recording.every(2, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY)),
                seed);
    }
}
