package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Dl4jLayer;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.Shape;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Divergence;
import org.dlcourse.training.FloatArray;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.LearningRateChange;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Optimiser.Dl4jUpdater;
import org.dlcourse.training.PlateauRule;
import org.dlcourse.training.Recording;
import org.dlcourse.training.RegressionScore;
import org.dlcourse.training.RegressionScores;
import org.dlcourse.training.Schedule;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.RmsProp;

class RunStoreTest {
    private static final String KEY = "0123abcd";

    @TempDir
    private Path folder;

    @Test
    void runComesBackToTheBit() {
        RunStore store = new RunStore(folder);

        store.save(run());

        assertThat(store.find(KEY).orElseThrow()).usingRecursiveComparison().isEqualTo(run());
        assertThat(store.find("another")).isEmpty();
    }

    @Test
    void regressionComesBackToTheBit() {
        RegressionScore score = new RegressionScore(Math.nextUp(0.1), Math.nextDown(0.9));
        TrainingResult result = new TrainingResult(
                run().result().curves(),
                List.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.of(new RegressionScores(score, score, Optional.empty())),
                FloatArray.NONE,
                FloatArray.NONE,
                FloatArray.NONE);
        Run regression = new Run(KEY, run().request(), result, run().provenance());
        RunStore store = new RunStore(folder);

        store.save(regression);

        assertThat(store.find(KEY).orElseThrow()).usingRecursiveComparison().isEqualTo(regression);
    }

    @Test
    void planWithLayersAndAnUpdaterOfDl4jComesBack() {
        Architecture architecture = new Architecture(
                "tanh",
                new Shape(1, 2, 2),
                List.of(
                        Dl4jLayer.of("tanh", new ActivationLayer(Activation.TANH)),
                        new LayerSpec.FullyConnected(2, true)));
        TrainingPlan plan = new TrainingPlan(
                architecture, Initialisation.PYTORCH, Dl4jUpdater.of(new RmsProp(0.1)), 10, 1, Recording.every(1));
        Run run = new Run(KEY, new RunRequest(plan, 1), run().result(), run().provenance());
        RunStore store = new RunStore(folder);

        store.save(run);

        assertThat(store.find(KEY).orElseThrow().request()).isEqualTo(run.request());
    }

    @Test
    void everyTruncationCountsAsNoRun() throws IOException {
        RunStore store = new RunStore(folder);
        store.save(run());
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length += whole.length / 8) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThat(store.find(KEY)).as("cut to %d bytes", length).isEmpty();
        }
    }

    @Test
    void editedRunCountsAsNoRun() throws IOException {
        RunStore store = new RunStore(folder);
        store.save(run());
        String edited = Files.readString(file()).replace("\"accuracyOnTest\":0.1", "\"accuracyOnTest\":0.9");
        assertThat(edited).as("the edit").contains("0.9");
        Files.writeString(file(), edited);

        assertThat(store.find(KEY)).isEmpty();
    }

    @Test
    void nothingHalfWrittenStays() throws IOException {
        new RunStore(folder).save(run());

        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void folderThatCannotBeWrittenIsToldWithWhatToDo() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> new RunStore(notAFolder))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining(notAFolder.toString())
                .hasMessageContaining("-Dcourse.results=FOLDER");
    }

    private Path file() {
        return folder.resolve("runs").resolve(KEY + ".json");
    }

    private static Run run() {
        TrainingPlan plan = new TrainingPlan(
                GrayCifarArchitectures.CNN_3,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(0.1),
                new Schedule.OnPlateau(List.of(0.01), new PlateauRule(2, 0.001)),
                50,
                15,
                Recording.every(10, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY));
        TrainingResult result = new TrainingResult(
                new LearningCurves(
                        new int[] {10},
                        Map.of(
                                Curve.TRAINING_LOSS,
                                new double[] {Math.nextUp(2.3)},
                                Curve.VALIDATION_ACCURACY,
                                new double[] {0.1})),
                List.of(new LearningRateChange(900, 0.01)),
                Optional.of(new Divergence(11, "NaN")),
                0.2,
                0.3,
                OptionalDouble.of(0.1),
                new FloatArray(new int[] {1, 2}, new float[] {Float.MIN_VALUE, Math.nextDown(0.1f)}),
                FloatArray.NONE,
                FloatArray.NONE);
        Provenance provenance = new Provenance(
                "data", "d", "c", "commit", "backend", new Machine("cpu", 2, "os", "java"), 2, "now", 1.5);
        return new Run(KEY, new RunRequest(plan, 449), result, provenance);
    }
}
