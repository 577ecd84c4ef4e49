package org.dlcourse.homework.dogs.perceptrons;

import static org.dlcourse.homework.dogs.perceptrons.BooleanFunctions.XOR;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronNetwork;
import org.dlcourse.exercise.PerceptronNetwork.Perceptron;

/**
 * What networks with linear activations compute: XOR by a line and by least squares, and the effect of depth.
 *
 * @param lines all partitions of the four points of two inputs by a line
 * @param best a line that classifies as many rows of XOR correctly as any
 * @param fit the affine map with the least squared error
 * @param deep networks of 2 to 5 layers without activations
 */
record LinearActivations(SinglePerceptrons lines, Perceptron best, XorFit fit, List<DeepLinearNetwork> deep) {
    static final int MAX_LAYERS = 5;

    static LinearActivations of(long seed) {
        SinglePerceptrons lines = SinglePerceptrons.search(2);
        int mostCorrect = lines.mostCorrectRows(List.of(XOR))[0];
        Perceptron best = lines.found().values().stream()
                .filter(line -> line.weights()[1] != 0 && correctRowsOfXor(line) == mostCorrect)
                .max(Comparator.comparingInt(
                        line -> Arrays.stream(line.weights()).sum()))
                .orElseThrow();
        return new LinearActivations(
                lines,
                best,
                XorFit.leastSquares(),
                IntStream.rangeClosed(2, MAX_LAYERS)
                        .mapToObj(layers -> DeepLinearNetwork.random(layers, seed))
                        .toList());
    }

    /** The number of rows of XOR that a line classifies correctly. */
    static int correctRowsOfXor(Perceptron line) {
        return XOR.rows() - new PerceptronNetwork(2, List.of(List.of(line))).wrongRows(XOR);
    }

    /** The number of rows of a function that the best of all lines classifies correctly. */
    int mostCorrectRows(BooleanFunction function) {
        return lines.mostCorrectRows(List.of(function))[0];
    }

    DeepLinearNetwork deepest() {
        return deep.get(deep.size() - 1);
    }

    /** The largest relative difference of a network without activations from one affine map. */
    double largestError() {
        return deep.stream().mapToDouble(DeepLinearNetwork::error).max().orElseThrow();
    }

    double largestRoundingBound() {
        return deep.stream().mapToDouble(DeepLinearNetwork::roundingBound).max().orElseThrow();
    }

    /** The smallest relative difference of a network with ReLU from one affine map. */
    double smallestErrorWithRelu() {
        return deep.stream().mapToDouble(DeepLinearNetwork::errorWithRelu).min().orElseThrow();
    }
}
