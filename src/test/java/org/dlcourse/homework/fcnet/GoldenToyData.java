package org.dlcourse.homework.fcnet;

import java.nio.file.Path;
import java.util.Arrays;
import org.dlcourse.dataset.npy.NpyReader;
import org.dlcourse.exercise.TwoLayerNetwork.LossAndGradients;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The toy data with the numbers that NumPy and PyTorch compute for them. */
final class GoldenToyData {
    private static final double PENALTY = .05;

    private GoldenToyData() {}

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
        double penalisedLoss = NpyReader.read(path.resolve("losses.npy")).doubles()[1];
        int[] labels = Arrays.stream(NpyReader.read(path.resolve("labels.npy")).integers())
                .mapToInt(Math::toIntExact)
                .toArray();
        return new ToyData(
                parameters(path, ""),
                array(path, "inputs"),
                labels,
                PENALTY,
                array(path, "probabilities"),
                new LossAndGradients(penalisedLoss, parameters(path, "_gradient")));
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
}
