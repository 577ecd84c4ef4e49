package org.dlcourse.homework.fcnet;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.dlcourse.dataset.npy.NpyReader;
import org.dlcourse.exercise.TwoLayerNetwork.LossAndGradients;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The handout's toy network and samples, with what NumPy and PyTorch make of them.
 *
 * @param parameters of the network
 * @param inputs [5, 4]
 * @param labels of the samples
 * @param probabilities NumPy's
 * @param dataLoss mean cross-entropy
 * @param golden PyTorch's loss with a penalty of .05, and its gradients
 */
record ToyData(
        Parameters parameters,
        INDArray inputs,
        int[] labels,
        INDArray probabilities,
        double dataLoss,
        LossAndGradients golden) {
    static final double PENALTY = 0.05;

    /** As in the handout, with biases of 0. */
    static ToyData handout() {
        return read("two_layer_network");
    }

    /** With biases other than 0. */
    static ToyData biased() {
        return read("two_layer_network_biased");
    }

    private static ToyData read(String folder) {
        Path path = Path.of("fixtures", folder);
        double[] losses = NpyReader.read(path.resolve("losses.npy")).doubles();
        int[] labels = Arrays.stream(NpyReader.read(path.resolve("labels.npy")).integers())
                .mapToInt(Math::toIntExact)
                .toArray();
        return new ToyData(
                parameters(path, ""),
                array(path, "inputs"),
                labels,
                array(path, "probabilities"),
                losses[0],
                new LossAndGradients(losses[1], parameters(path, "_gradient")));
    }

    private static Parameters parameters(Path path, String suffix) {
        return new Parameters(
                array(path, "hidden_weights" + suffix),
                array(path, "hidden_bias" + suffix),
                array(path, "output_weights" + suffix),
                array(path, "output_bias" + suffix));
    }

    private static INDArray array(Path path, String name) {
        return NpyReader.read(path.resolve(name + ".npy")).toNd4j();
    }

    /** The loss and all gradients, one after the other. */
    static double[] numbers(LossAndGradients loss) {
        Parameters gradients = loss.gradients();
        return Stream.of(
                        new double[] {loss.loss()},
                        values(gradients.hiddenWeights()),
                        values(gradients.hiddenBias()),
                        values(gradients.outputWeights()),
                        values(gradients.outputBias()))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** The scores before the softmax, by other code than the solution's. */
    static INDArray scores(Parameters parameters, INDArray inputs) {
        INDArray hidden =
                Transforms.max(inputs.mmul(parameters.hiddenWeights()).addiRowVector(parameters.hiddenBias()), 0);
        return hidden.mmul(parameters.outputWeights()).addiRowVector(parameters.outputBias());
    }

    static double[] values(INDArray array) {
        return array.dup('c').data().asDouble();
    }
}
