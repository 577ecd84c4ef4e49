package org.dlcourse.homework.fcnet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.OneHot;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.figure.DataTable;
import org.dlcourse.kit.RelativeError;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.model.Objective;
import org.dlcourse.training.TrainingData;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * DL4J's gradients compared with ours, for the same weights and images.
 *
 * @param arrays the comparison of each array of parameters
 */
record LibraryGradients(List<Comparison> arrays) {
    static final double PENALTY = .25;

    private static final int EXAMPLES = 20;
    private static final int CLASSES = 10;

    /**
     * One array of parameters.
     *
     * @param name of the array
     * @param expected our gradient
     * @param error the largest difference divided by the largest component of our gradient
     */
    record Comparison(String name, INDArray expected, double error) {
        static Comparison of(String name, INDArray actual, INDArray expected) {
            return new Comparison(name, expected, RelativeError.of(ToyData.values(actual), ToyData.values(expected)));
        }
    }

    /**
     * Compares the gradients on the first training images.
     *
     * @param penaltyOfLibrary DL4J's penalty; ours is {@link #PENALTY}
     */
    static LibraryGradients of(TrainingData data, double penaltyOfLibrary) {
        INDArray inputs = data.training()
                .features()
                .get(NDArrayIndex.interval(0, EXAMPLES))
                .castTo(DataType.DOUBLE)
                .reshape(EXAMPLES, -1);
        int[] labels = Arrays.copyOf(data.training().labels(), EXAMPLES);
        MultiLayerNetwork network = new NetworkFactory(
                        new Sgd(1), Initialisation.PYTORCH, Objective.penalised(penaltyOfLibrary), DataType.DOUBLE)
                .create(Candidate.defaults(1).plan(EXAMPLES, EXAMPLES, 1).architecture(), 7);
        Parameters before = parameters(network);
        Parameters expected = new MatrixTwoLayerNetwork()
                .loss(before, inputs, labels, PENALTY)
                .gradients();

        // A step with learning rate 1 subtracts the gradient of the mean loss with its penalty.
        network.fit(inputs, OneHot.of(labels, CLASSES, DataType.DOUBLE));
        Parameters after = parameters(network);
        network.close();
        return new LibraryGradients(List.of(
                Comparison.of("W(1)", before.hiddenWeights().sub(after.hiddenWeights()), expected.hiddenWeights()),
                Comparison.of("b(1)", before.hiddenBias().sub(after.hiddenBias()), expected.hiddenBias()),
                Comparison.of("W(2)", before.outputWeights().sub(after.outputWeights()), expected.outputWeights()),
                Comparison.of("b(2)", before.outputBias().sub(after.outputBias()), expected.outputBias())));
    }

    private static Parameters parameters(MultiLayerNetwork network) {
        return new Parameters(
                network.getParam("0_W").dup(),
                vector(network.getParam("0_b")),
                network.getParam("1_W").dup(),
                vector(network.getParam("1_b")));
    }

    private static INDArray vector(INDArray bias) {
        return bias.dup().reshape(bias.length());
    }

    double largestError() {
        return arrays.stream().mapToDouble(Comparison::error).reduce(0, Math::max);
    }

    DataTable table() {
        return new DataTable(
                "Gradients on " + EXAMPLES + " images, DL4J's compared with ours",
                List.of("Parameter", "Shape", "Mean absolute gradient", "Largest difference / largest gradient"),
                arrays.stream()
                        .map(array -> List.<Object>of(
                                array.name(),
                                Arrays.toString(array.expected().shape()),
                                String.format(
                                        Locale.ROOT,
                                        "%.3g",
                                        array.expected().ameanNumber().doubleValue()),
                                String.format(Locale.ROOT, "%.1e", array.error())))
                        .toList());
    }
}
