package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer;
import org.dlcourse.dataset.Examples;
import org.dlcourse.kit.EnabledIfBitsRepeat;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Dl4jLayer;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.InputForm;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.NormalisedConvolution;
import org.dlcourse.model.Shape;
import org.dlcourse.training.Optimiser.Dl4jUpdater;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

class Dl4jVocabularyIT {
    private static final LayerSpec TANH = Dl4jLayer.of("tanh", new ActivationLayer(Activation.TANH));
    private static final LayerSpec HALF = Dl4jLayer.of("Dropout, keeps half", new DropoutLayer(0.5));
    private static final LayerSpec TEN = new FullyConnected(10, true);
    private static final Architecture PERCEPTRON = architecture(new FullyConnected(32, true), TANH, HALF, TEN);
    private static final Architecture GRAPH =
            architecture(new NormalisedConvolution(3, 4, 4), HALF, new FullyConnected(16, true), TANH, TEN);

    private final TrainingData data = TinyData.of(130);

    static Stream<Architecture> withDropout() {
        return Stream.of(PERCEPTRON, GRAPH);
    }

    @ParameterizedTest
    @MethodSource("withDropout")
    @EnabledIfBitsRepeat
    void dropoutIsTheSeedsAndRunsSideBySideDoNotDisturbEachOther(Architecture architecture) {
        TrainingPlan plan = plan(architecture, Optimiser.Adam.defaults(), 2);
        TrainingResult alone = train(plan, 3);

        List<CompletableFuture<TrainingResult>> together = new ArrayList<>();
        for (long seed : new long[] {3, 4, 3}) {
            together.add(CompletableFuture.supplyAsync(() -> train(plan, seed), task -> new Thread(task).start()));
        }
        List<TrainingResult> results =
                together.stream().map(CompletableFuture::join).toList();

        assertThat(results.get(0)).usingRecursiveComparison().isEqualTo(alone);
        assertThat(results.get(2)).usingRecursiveComparison().isEqualTo(alone);
        assertThat(results.get(1).parameters().values())
                .isNotEqualTo(alone.parameters().values());
    }

    @Test
    @EnabledIfBitsRepeat
    void networksThatTakeTurnsInOneThreadDoNotDisturbEachOther() {
        TrainingPlan plan = plan(PERCEPTRON, new Optimiser.Sgd(0.1), 1);
        Batch batch = new ExampleBatches(data.training(), plan.architecture().inputForm()).batch(new int[] {1, 2, 3});
        try (TrainableNetwork alone = Networks.create(plan, 3);
                TrainableNetwork first = Networks.create(plan, 3);
                TrainableNetwork second = Networks.create(plan, 4)) {
            for (int step = 0; step < 3; step++) {
                alone.step(batch);
            }
            for (int step = 0; step < 3; step++) {
                first.step(batch);
                second.step(batch);
            }

            assertThat(first.parameters()).isEqualTo(alone.parameters());
        }
    }

    @Test
    void dropoutIsOffWhereANetworkIsEvaluatedAndOnWhereItLearns() {
        TrainingPlan plan = plan(PERCEPTRON, new Optimiser.Sgd(0), 1);
        TrainingPlan without = plan(architecture(new FullyConnected(32, true), TANH, TEN), new Optimiser.Sgd(0), 1);
        ExampleBatches examples =
                new ExampleBatches(data.training(), plan.architecture().inputForm());
        Batch batch = examples.batch(new int[] {1, 2, 3});
        try (TrainableNetwork network = Networks.create(plan, 3);
                TrainableNetwork same = Networks.create(without, 3)) {
            assertThat(examples.outputs(network)).isEqualTo(examples.outputs(same));
            assertThat(network.step(batch)).isNotEqualTo(same.step(batch)).isNotEqualTo(network.step(batch));
            assertThat(examples.outputs(network)).isEqualTo(examples.outputs(same));
        }
    }

    @Test
    void recurrentNetworkLearnsFromSequences() {
        // Two features in five steps; the class is the sign of the first feature's first value.
        Random random = SeededRandom.of(1, "sequences");
        float[] features = new float[60 * 10];
        int[] labels = new int[60];
        for (int i = 0; i < features.length; i++) {
            features[i] = random.nextFloat() - 0.5f;
        }
        Arrays.setAll(labels, i -> features[10 * i] > 0 ? 1 : 0);
        Examples sequences = Examples.of(features, new int[] {60, 2, 5, 1}, labels, 2);
        Architecture architecture = new Architecture(
                "recurrent",
                new Shape(2, 5, 1),
                List.of(
                        Dl4jLayer.of(
                                "LSTM-8",
                                new LastTimeStep(new LSTM.Builder()
                                        .nOut(8)
                                        .activation(Activation.TANH)
                                        .build())),
                        new FullyConnected(2, true)));

        TrainingResult result = new Trainer(
                        plan(architecture, new Optimiser.Adam(0.02, 0.9, 0.999, 1e-8), 30),
                        new TrainingData("sequences", sequences, sequences, sequences),
                        3)
                .train(TrainingProgress.SILENT);

        assertThat(result.trainingAccuracy()).as("chance is .5").isGreaterThan(0.9);
        assertThat(result.firstLayerWeights().shape())
                .as("four gates of 8 units, 2 features")
                .containsExactly(32, 2);
    }

    @Test
    void layerOfACoursesOwnIsComputed() {
        Dl4jLayer cube = Dl4jLayer.of("cube", new Cube());
        TrainingPlan plan = plan(architecture(new FullyConnected(4, true), cube, TEN), new Optimiser.Sgd(1e-5), 1);
        TrainingPlan without = plan(architecture(new FullyConnected(4, true), TEN), new Optimiser.Sgd(1e-5), 1);
        INDArray features = new ExampleBatches(data.training(), InputForm.VECTORS)
                .batch(new int[] {1, 2})
                .features();
        try (TrainableNetwork network = Networks.create(plan, 3);
                TrainableNetwork linear = Networks.create(without, 3)) {
            INDArray hidden = linear.firstLayerOutputs(features).dup();
            INDArray cubes = hidden.mul(hidden).mul(hidden);
            INDArray expected =
                    Transforms.softmax(cubes.mmul(last(network, 40, 10).reshape('f', 4, 10))
                            .addiRowVector(last(network, 10, 0).reshape(1, 10)));

            assertThat(network.outputs(features).distance2(expected)).isLessThan(1e-5);
        }
        assertThat(train(plan, 3).divergence()).isEmpty();
        assertThat(plan.classesOfTheCourse()).containsExactly(Cube.class);
    }

    /** Parameters at the end, less those behind them. */
    private static INDArray last(TrainableNetwork network, long count, long behind) {
        INDArray all = network.parameters().reshape(network.parameters().length());
        return all.get(NDArrayIndex.interval(all.length() - behind - count, all.length() - behind));
    }

    /** A course's own layer. */
    public static final class Cube extends SameDiffLambdaLayer {
        @Override
        public SDVariable defineLayer(SameDiff graph, SDVariable input) {
            return input.mul(input).mul(input);
        }

        @Override
        public InputType getOutputType(int index, InputType input) {
            return input;
        }
    }

    @Test
    void restoredNetworkGivesTheOutputsOfTheTrainedOne() {
        TrainingPlan plan = plan(PERCEPTRON, Optimiser.Adam.defaults(), 1);
        TrainingResult result = train(plan, 3);

        assertThat(Predictions.of(plan, result.parameters(), data.test()).values())
                .isEqualTo(result.testProbabilities().values());
    }

    @Test
    void updatersOfNd4jTrainAndFollowTheSchedule() {
        TrainingPlan plan = new TrainingPlan(
                architecture(TEN),
                Initialisation.PYTORCH,
                Dl4jUpdater.of(new RmsProp(0.001)),
                new Schedule.Decay(0.5),
                20,
                3,
                Recording.every(7, Curve.LEARNING_RATE, Curve.TRAINING_SET_LOSS));

        TrainingResult result = train(plan, 3);

        assertThat(plan.implementation()).isEqualTo(Implementation.DL4J);
        assertThat(result.curves().of(Curve.LEARNING_RATE)).containsExactly(0.001, 0.0005, 0.00025);
        assertThat(result.curves().of(Curve.TRAINING_SET_LOSS)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void updatersThatAreEqualAreEqualOptimisers() {
        assertThat(Dl4jUpdater.of(new AdaGrad(0.1))).isEqualTo(Dl4jUpdater.of(new AdaGrad(0.1)));
        assertThat(Dl4jUpdater.of(new AdaGrad(0.1))).isNotEqualTo(Dl4jUpdater.of(new AdaGrad(0.2)));
        assertThat(Dl4jUpdater.of(new AdaGrad(0.1)).notation()).isEqualTo("AdaGrad 0.1");
        assertThat(Dl4jUpdater.of(new AdaGrad(1e-4)).notation()).isEqualTo("AdaGrad 0.0001");
        assertThat(new Optimiser.Sgd(1e-4).notation()).isEqualTo("SGD 0.0001");
    }

    @Test
    void updaterThatJsonDoesNotKeepIsRefused() {
        assertThatThrownBy(() -> Dl4jUpdater.of(new HeavyBall(0.1, 0.9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("org.dlcourse.training.HeavyBall cannot be written as JSON and read back");
    }

    @Test
    void updaterWithAScheduleOfItsOwnIsRefused() {
        RmsProp scheduled = RmsProp.builder()
                .learningRateSchedule(new ExponentialSchedule(ScheduleType.EPOCH, 0.1, 0.9))
                .build();

        assertThatThrownBy(() -> Dl4jUpdater.of(scheduled))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The updater RmsProp has a schedule of its own. Give it a learning rate, and the plan a"
                        + " Schedule.");
    }

    @Test
    void learningRateOfAnUpdaterWithoutOneIsNotRecorded() {
        Optimiser adaDelta = Dl4jUpdater.of(new AdaDelta());

        assertThat(train(plan(architecture(TEN), adaDelta, 1), 3).divergence()).isEmpty();
        assertThatThrownBy(() -> new TrainingPlan(
                        architecture(TEN),
                        Initialisation.PYTORCH,
                        adaDelta,
                        20,
                        1,
                        Recording.every(1, Curve.LEARNING_RATE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AdaDelta has no learning rate");
    }

    @Test
    void operationsNeverComputeWhatDl4jAloneComputes() {
        TrainingPlan layers = plan(PERCEPTRON, Optimiser.Adam.defaults(), 1);
        TrainingPlan updater = plan(architecture(TEN), Dl4jUpdater.of(new RmsProp(0.01)), 1);

        assertThat(layers.implementation()).isEqualTo(Implementation.DL4J);
        assertThat(updater.implementation()).isEqualTo(Implementation.DL4J);
        assertThatThrownBy(() -> Networks.create(layers.withImplementation(Implementation.ND4J_OPERATIONS), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample has the layers FC-32, tanh, Dropout, keeps half, FC-10, which DL4J alone computes"
                        + " here, not ND4J_OPERATIONS; ask for Implementation.DL4J.");
        assertThatThrownBy(() -> Networks.create(updater.withImplementation(Implementation.ND4J_OPERATIONS), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the optimiser RmsProp 0.01");
    }

    @Test
    void saturationOfALayerWithoutAnActivationOfOursIsRefused() {
        assertThatThrownBy(() -> plan(PERCEPTRON, Optimiser.Adam.defaults(), 1)
                        .withRecording(Recording.every(1, Curve.FIRST_LAYER_SATURATION)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FC-32, tanh");
    }

    private TrainingResult train(TrainingPlan plan, long seed) {
        return new Trainer(plan, data, seed).train(TrainingProgress.SILENT);
    }

    private static Architecture architecture(LayerSpec... layers) {
        return new Architecture("sample", new Shape(1, 32, 32), List.of(layers));
    }

    private static TrainingPlan plan(Architecture architecture, Optimiser optimiser, int epochs) {
        return new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                optimiser,
                20,
                epochs,
                Recording.every(5, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY)
                        .withTestProbabilities()
                        .withParameters());
    }
}
