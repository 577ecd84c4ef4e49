package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dlcourse.backend.Backend;
import org.dlcourse.backend.EnabledIfBitsRepeat;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Implementation;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TinyData;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingException;
import org.dlcourse.training.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSchedulerTest {
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
    void runThatFailsLetsTheOthersFinish() {
        RunRequest plain = request(GrayCifarArchitectures.CNN_3, 1);
        RunRequest failing =
                new RunRequest(plain.plan().withImplementation(Implementation.TWO_LAYER_EXERCISE), plain.seed());
        RunRequest sound = request(GrayCifarArchitectures.MLP_1, 1);

        assertThatThrownBy(() -> scheduler("runs", 2).runAll(DATA, List.of(failing, sound)))
                .hasMessageContaining("has one hidden layer with ReLU");

        assertThat(new RunStore(folder.resolve("runs")).find(identity().key(sound, DATA.sha256())))
                .as("the run beside it")
                .isPresent();
    }

    @Test
    void runThatDivergesIsKeptAndEndsAGridWithOneError() {
        RunRequest diverging = request(GrayCifarArchitectures.CNN_3, new Optimiser.Sgd(1e30), 1);

        Run run = scheduler("runs", 1).runAll(DATA, List.of(diverging)).get(0);

        assertThat(new RunStore(folder.resolve("runs")).find(run.key())).isPresent();
        assertThatThrownBy(run::checkConverged)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("The training loss of cnn_3 seed 1 is NaN at step")
                .hasMessageContaining("1.0E30");
    }

    @Test
    void provenanceSaysWhereARunComesFrom() {
        Run run = scheduler("runs", 1)
                .runAll(DATA, List.of(request(GrayCifarArchitectures.MLP_1, 1)))
                .get(0);

        assertThat(run.provenance().data()).contains("CIFAR-10 (synthetic stand-in): 200 training");
        assertThat(run.provenance().dataSha256()).isEqualTo(DATA.sha256());
        assertThat(run.provenance().codeSha256()).hasSize(64);
        assertThat(run.provenance().backend()).contains(Backend.found().name(), "thread");
        assertThat(run.provenance().machine().java()).contains(System.getProperty("java.version"));
        assertThat(run.provenance().seconds()).isPositive();
    }

    private RunScheduler scheduler(String store, int workers) {
        return new RunScheduler(new RunStore(folder.resolve(store)), identity(), workers);
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
