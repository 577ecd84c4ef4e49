package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.npy.NpyReader;
import org.dlcourse.kit.RelativeError;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.GraphFactory;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.InputForm;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.GlobalAveragePooling;
import org.dlcourse.model.LayerSpec.NormalisedConvolution;
import org.dlcourse.model.LayerSpec.Residual;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.model.Objective;
import org.dlcourse.model.Shape;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A small residual network with batch normalisation and smoothed targets on PyTorch's own weights. */
class ResidualEqualityTest {
    private static final int STEPS = 5;
    private static final double SMOOTHING = .1;

    /** Sums of up to 405 products through six normalised layers, whose gradients cancel: some 1e3 roundings of 1e-16 in double. */
    private static final double DOUBLE = 1e-11;

    /** The same roundings in float are 5e8 times as large. */
    private static final double FLOAT = 1e-4;

    private static final Architecture SMALL = new Architecture(
            "small residual",
            new Shape(2, 9, 9),
            List.of(
                    new NormalisedConvolution(3, 4),
                    new Residual(6, 2),
                    new Residual(6),
                    new GlobalAveragePooling(),
                    new FullyConnected(3, true)));

    /** PyTorch's names by the names of DL4J's vertices. */
    private static final Map<String, String> NORMALISED = Map.of(
            "0_%s", "first",
            "1_%s1", "strided1",
            "1_%s2", "strided2",
            "1_%s_shortcut", "shortcut",
            "2_%s1", "same1",
            "2_%s2", "same2");

    /** PyTorch's names of parameters by DL4J's. */
    private static Map<String, String> parameters() {
        Map<String, String> names = new LinkedHashMap<>();
        NORMALISED.forEach((vertex, name) -> {
            names.put(vertex.formatted("convolution") + "_W", name + "_0_weight");
            names.put(vertex.formatted("normalisation") + "_gamma", name + "_1_weight");
            names.put(vertex.formatted("normalisation") + "_beta", name + "_1_bias");
        });
        names.put("4_layer_W", "prediction_weight");
        names.put("4_layer_b", "prediction_bias");
        return names;
    }

    @Test
    void lossAndGradientsInDouble() {
        ComputationGraph graph = graph(DataType.DOUBLE, Objective.CROSS_ENTROPY);

        backPropagate(graph, smoothed(SMOOTHING));

        assertThat(graph.score() / numbers("loss")[0] - 1).as("loss").isBetween(-DOUBLE, DOUBLE);
        parameters().forEach((key, name) -> assertThat(RelativeError.of(
                        // DL4J's gradients are sums over the batch of five.
                        values(graph.gradient().getGradientFor(key).div(5)), values(array("gradient_" + name, name))))
                .as("gradient of %s", name)
                .isLessThan(DOUBLE));
    }

    @Test
    void lossWithoutSmoothingIsAnother() {
        ComputationGraph graph = graph(DataType.DOUBLE, Objective.CROSS_ENTROPY);

        backPropagate(graph, smoothed(0));

        assertThat(graph.score() / numbers("loss_without_smoothing")[0] - 1).isBetween(-DOUBLE, DOUBLE);
        assertThat(Math.abs(graph.score() - numbers("loss")[0]))
                .as("control: difference from the smoothed loss")
                .isGreaterThan(1e-3);
    }

    @Test
    void fiveStepsWithMomentumAndAPenaltyOnWeightsAlone() {
        ComputationGraph graph = graph(DataType.DOUBLE, Objective.penalised(.05));

        for (int step = 0; step < STEPS; step++) {
            graph.fit(new INDArray[] {input(DataType.DOUBLE)}, new INDArray[] {smoothed(SMOOTHING)});
        }

        parameters().forEach((key, name) -> assertThat(error(graph, key, name))
                .as("%s after %d steps", name, STEPS)
                .isLessThan(DOUBLE));
        NORMALISED.forEach((vertex, name) -> {
            String normalisation = vertex.formatted("normalisation");
            assertThat(error(graph, normalisation + "_mean", name + "_1_running_mean"))
                    .as("running mean of %s", name)
                    .isLessThan(DOUBLE);
            assertThat(error(graph, normalisation + "_var", name + "_1_running_var"))
                    .as("running variance of %s", name)
                    .isLessThan(DOUBLE);
        });
        assertThat(RelativeError.of(values(graph.outputSingle(input(DataType.DOUBLE))), values(read("probabilities"))))
                .as("probabilities by the running statistics")
                .isLessThan(DOUBLE);
    }

    @Test
    void trainersOwnBatchesInFloat() {
        GraphNetwork network = new GraphNetwork(graph(DataType.FLOAT, Objective.penalised(.05)), 1);
        int[] labels = read("labels").toIntVector();
        float[] features = input(DataType.FLOAT).dup('c').data().asFloat();
        Batch batch = new ExampleBatches(
                        Examples.of(features, new int[] {5, 2, 9, 9}, labels, 3), InputForm.IMAGES, SMOOTHING)
                .batch(new int[] {0, 1, 2, 3, 4});

        for (int step = 0; step < STEPS; step++) {
            network.step(batch);
        }

        assertThat(RelativeError.of(values(network.outputs(batch.features())), values(read("probabilities"))))
                .as("probabilities after %d steps", STEPS)
                .isLessThan(FLOAT);
    }

    private static ComputationGraph graph(DataType dataType, Objective objective) {
        NetworkFactory layers = new NetworkFactory(
                new Optimiser.Momentum(0.05, 0.9).updater(), Initialisation.KAIMING_NORMAL, objective, dataType);
        ComputationGraph graph = new GraphFactory(layers).create(SMALL, 1);
        parameters().forEach((key, name) -> {
            INDArray parameter = graph.getParam(key);
            parameter.assign(array("start_" + name, name).castTo(dataType).reshape(parameter.shape()));
        });
        return graph;
    }

    private static void backPropagate(ComputationGraph graph, INDArray targets) {
        graph.setInputs(input(DataType.DOUBLE));
        graph.setLabels(targets);
        graph.computeGradientAndScore();
    }

    private static double error(ComputationGraph graph, String key, String name) {
        return RelativeError.of(values(graph.getParam(key)), values(array("trained_" + name, name)));
    }

    private static INDArray input(DataType dataType) {
        return read("input").castTo(dataType);
    }

    private static INDArray smoothed(double smoothing) {
        int[] labels = read("labels").toIntVector();
        INDArray targets = Nd4j.valueArrayOf(new long[] {labels.length, 3}, smoothing / 3, DataType.DOUBLE);
        for (int i = 0; i < labels.length; i++) {
            targets.putScalar(i, labels[i], 1 - smoothing + smoothing / 3);
        }
        return targets;
    }

    /** DL4J keeps fully connected weights as [inputs, units], PyTorch the other way. */
    private static INDArray array(String file, String name) {
        INDArray array = read(file);
        return name.equals("prediction_weight") ? array.transpose() : array;
    }

    private static double[] numbers(String file) {
        return values(read(file));
    }

    private static INDArray read(String file) {
        return NpyReader.read(Path.of("fixtures", "residual_blocks", file + ".npy"))
                .toNd4j();
    }

    private static double[] values(INDArray array) {
        return array.dup('c').castTo(DataType.DOUBLE).data().asDouble();
    }
}
