package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.npy.NpyReader;
import org.dlcourse.kit.RelativeError;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Loss;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.model.Objective;
import org.dlcourse.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/** Every building block of the networks on PyTorch's own weights: outputs, loss, gradients and optimisers' steps. */
class PytorchEqualityTest {
    private static final int STEPS = 5;

    /** In double, sums of up to 36 products through five layers: rounding stays below a thousandth of this. */
    private static final double DOUBLE = 1e-12;

    /** Rounding of some 1e-15 in double is 5e8 times as large in float: 5e-7. */
    private static final double FLOAT = 1e-6;

    /** DL4J's names of the parameters, by their names in the fixtures. */
    private static final Map<String, String> NAMES = names();

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("conv1_W", "0_W");
        names.put("conv1_b", "0_b");
        names.put("conv2_W", "2_W");
        names.put("conv2_b", "2_b");
        names.put("dense1_W", "3_W");
        names.put("dense1_b", "3_b");
        names.put("dense2_W", "4_W");
        names.put("dense3_W", "5_W");
        names.put("dense3_b", "5_b");
        return names;
    }

    @ParameterizedTest
    @EnumSource
    void probabilitiesLossAndGradientsInDouble(ActivationFunction function) {
        Golden golden = new Golden(function);
        MultiLayerNetwork network = golden.network(new Optimiser.Sgd(0.1).updater(), DataType.DOUBLE);

        assertThat(RelativeError.of(
                        values(network.output(golden.input(DataType.DOUBLE), true)), golden.numbers("probabilities")))
                .as("probabilities")
                .isLessThan(DOUBLE);
        golden.backPropagate(network, DataType.DOUBLE);
        assertThat(network.score() / golden.numbers("loss")[0] - 1).as("loss").isBetween(-DOUBLE, DOUBLE);
        NAMES.forEach((name, key) -> assertThat(golden.gradientError(network, name, key))
                .as("gradient of %s", name)
                .isLessThan(DOUBLE));
    }

    @ParameterizedTest
    @EnumSource
    void probabilitiesAndGradientsInFloat(ActivationFunction function) {
        Golden golden = new Golden(function);
        MultiLayerNetwork network = golden.network(new Optimiser.Sgd(0.1).updater(), DataType.FLOAT);

        assertThat(RelativeError.of(
                        values(network.output(golden.input(DataType.FLOAT), true)), golden.numbers("probabilities")))
                .as("probabilities")
                .isLessThan(FLOAT);
        golden.backPropagate(network, DataType.FLOAT);
        NAMES.forEach((name, key) -> assertThat(golden.gradientError(network, name, key))
                .as("gradient of %s", name)
                .isLessThan(FLOAT));
    }

    @ParameterizedTest
    @CsvSource({
        "RELU, MEAN_SQUARED_ERROR, 0, squared",
        "LOGISTIC_SIGMOID, MEAN_SQUARED_ERROR, 0, squared",
        "RELU, CROSS_ENTROPY, .05, penalised",
        "LOGISTIC_SIGMOID, CROSS_ENTROPY, .05, penalised"
    })
    void otherObjectives(ActivationFunction function, Loss loss, double penalty, String name) {
        Golden golden = new Golden(function);
        Objective objective = new Objective(loss, penalty);
        MultiLayerNetwork network = golden.network(objective, new Optimiser.Sgd(0.1).updater(), DataType.DOUBLE);

        golden.backPropagate(network, DataType.DOUBLE);
        assertThat(network.score() / golden.numbers(name + "_loss")[0] - 1)
                .as("loss")
                .isBetween(-DOUBLE, DOUBLE);
        network.fit(golden.input(DataType.DOUBLE), golden.oneHot(DataType.DOUBLE));
        NAMES.forEach((parameter, key) -> assertThat(golden.stepError(network, name, parameter, key))
                .as("gradient of %s by one step", parameter)
                .isLessThan(DOUBLE));
    }

    @ParameterizedTest
    @CsvSource({
        "RELU, sgd",
        "RELU, momentum",
        "RELU, adam_without_epsilon",
        "LOGISTIC_SIGMOID, momentum",
        "LOGISTIC_SIGMOID, adam_without_epsilon"
    })
    void optimisersSteps(ActivationFunction function, String optimiser) {
        Golden golden = new Golden(function);
        MultiLayerNetwork network = golden.network(ours(optimiser).updater(), DataType.DOUBLE);

        golden.train(network);

        golden.assertParameters(network, optimiser);
    }

    /**
     * PyTorch adds epsilon to the root of the corrected second moment, DL4J to that of the uncorrected one, as the method's
     * authors do in their shortened form: in step t DL4J's epsilon counts 1 / sqrt(1 - beta2^t) times as much.
     */
    @Test
    void adamDiffersFromPytorchsByThePlaceOfEpsilon() {
        double gradient = 1e-7;
        double epsilon = 1e-8;
        GradientUpdater<?> updater =
                Optimiser.Adam.defaults().updater().instantiate(Nd4j.zeros(DataType.DOUBLE, 1, 2), true);
        INDArray step = Nd4j.createFromArray(gradient).reshape(1, 1);

        updater.applyUpdater(step, 0, 0);

        double root = Math.sqrt(1 - 0.999);
        assertThat(step.getDouble(0) / 1e-3)
                .as("first step by DL4J, in learning rates")
                .isCloseTo(root * gradient / (root * gradient + epsilon), within(1e-12));
        assertThat(step.getDouble(0) / 1e-3)
                .as("by PyTorch it would be .909")
                .isNotCloseTo(gradient / (gradient + epsilon), within(0.6));
    }

    private static Optimiser ours(String name) {
        return switch (name) {
            case "sgd" -> new Optimiser.Sgd(0.1);
            case "momentum" -> new Optimiser.Momentum(0.1, 0.9);
            case "adam_without_epsilon" -> new Optimiser.Adam(1e-3, 0.9, 0.999, 1e-30);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @EnumSource
    void dl4jsNesterovIsPytorchsNesterovAndNoClassicalMomentum(ActivationFunction function) {
        Golden golden = new Golden(function);
        MultiLayerNetwork network = golden.network(new Nesterovs(0.1, 0.9), DataType.DOUBLE);

        golden.train(network);

        golden.assertParameters(network, "nesterov");
        assertThat(golden.parameterError(network, "momentum", "dense3_W", "5_W"))
                .as("control: difference from classical momentum")
                .isGreaterThan(1e-3);
    }

    /** PyTorch's numbers for one activation. */
    private record Golden(ActivationFunction function) {
        MultiLayerNetwork network(IUpdater updater, DataType dataType) {
            return network(Objective.CROSS_ENTROPY, updater, dataType);
        }

        MultiLayerNetwork network(Objective objective, IUpdater updater, DataType dataType) {
            LayerSpec activation = new Activation(function);
            Architecture blocks = new Architecture(
                    "blocks",
                    new Shape(2, 9, 9),
                    List.of(
                            new Convolution(3, 2, 4),
                            activation,
                            new MaxPooling(2),
                            new Convolution(2, 2, 3),
                            activation,
                            new FullyConnected(6, true),
                            activation,
                            new FullyConnected(5, false),
                            new FullyConnected(3, true)));
            MultiLayerNetwork network =
                    new NetworkFactory(updater, Initialisation.PYTORCH, objective, dataType).create(blocks, 1);
            NAMES.forEach((name, key) -> {
                INDArray parameter = network.getParam(key);
                parameter.assign(array("start_" + name, name).castTo(dataType).reshape(parameter.shape()));
            });
            return network;
        }

        INDArray input(DataType dataType) {
            return read("input").castTo(dataType);
        }

        void backPropagate(MultiLayerNetwork network, DataType dataType) {
            network.setInput(input(dataType));
            network.setLabels(oneHot(dataType));
            network.computeGradientAndScore();
        }

        void train(MultiLayerNetwork network) {
            for (int step = 0; step < STEPS; step++) {
                network.fit(input(DataType.DOUBLE), oneHot(DataType.DOUBLE));
            }
        }

        /** DL4J's gradients are sums over the batch of four. */
        double gradientError(MultiLayerNetwork network, String name, String key) {
            INDArray gradient = network.gradient().getGradientFor(key).div(4);
            return RelativeError.of(values(gradient), values(array("gradient_" + name, name)));
        }

        /** The penalty is DL4J's updater's: the gradient with it is what a step with learning rate .1 took off. */
        double stepError(MultiLayerNetwork network, String objective, String name, String key) {
            double[] start = values(array("start_" + name, name));
            double[] gradient = values(array(objective + "_gradient_" + name, name));
            double[] expected = IntStream.range(0, start.length)
                    .mapToDouble(i -> start[i] - 0.1 * gradient[i])
                    .toArray();
            return RelativeError.of(values(network.getParam(key)), expected);
        }

        void assertParameters(MultiLayerNetwork network, String optimiser) {
            NAMES.forEach((name, key) -> assertThat(parameterError(network, optimiser, name, key))
                    .as("%s after %d steps of %s", name, STEPS, optimiser)
                    .isLessThan(DOUBLE));
        }

        double parameterError(MultiLayerNetwork network, String optimiser, String name, String key) {
            return RelativeError.of(values(network.getParam(key)), values(array(optimiser + "_" + name, name)));
        }

        /** DL4J keeps fully connected weights as [inputs, units], PyTorch the other way. */
        private INDArray array(String file, String name) {
            INDArray array = read(file);
            return name.startsWith("dense") && name.endsWith("W") ? array.transpose() : array;
        }

        double[] numbers(String file) {
            return values(read(file));
        }

        private INDArray oneHot(DataType dataType) {
            int[] labels = read("labels").toIntVector();
            INDArray oneHot = Nd4j.zeros(dataType, labels.length, 3);
            for (int i = 0; i < labels.length; i++) {
                oneHot.putScalar(i, labels[i], 1);
            }
            return oneHot;
        }

        private INDArray read(String file) {
            String folder = function == ActivationFunction.RELU ? "relu" : "sigmoid";
            return NpyReader.read(Path.of("fixtures", "building_blocks", folder, file + ".npy"))
                    .toNd4j();
        }
    }

    private static double[] values(INDArray array) {
        return array.dup('c').data().asDouble();
    }
}
