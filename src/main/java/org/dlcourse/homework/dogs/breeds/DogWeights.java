package org.dlcourse.homework.dogs.breeds;

import java.util.List;
import java.util.Locale;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.exercise.ParameterCount.Kernels;

/**
 * The numbers of weights and biases of the networks of {@link DogNetworks}, by formula.
 *
 * @param breeds number of outputs of the networks
 * @param count the formula
 */
record DogWeights(int breeds, ParameterCount count) {
    /** The number of breeds in the handout's data set. */
    static final int BREEDS_OF_HANDOUT = 10;

    private static final int PIXELS = 64 * 64;
    private static final int COLOURS = 3;
    private static final List<Integer> HIDDEN = List.of(128, 64);
    private static final List<Kernels> KERNELS = List.of(new Kernels(5, 5, 16), new Kernels(5, 5, 32));
    private static final int LAST_POSITIONS = 13 * 13;

    long ofPerceptron() {
        return count.perceptron(COLOURS * PIXELS, HIDDEN, breeds) - biasesOfPerceptron();
    }

    long biasesOfPerceptron() {
        return HIDDEN.stream().mapToInt(units -> units).sum() + breeds;
    }

    /** The handout's own answer: one colour channel instead of three. */
    long ofGrayPerceptron() {
        return count.perceptron(PIXELS, HIDDEN, breeds) - biasesOfPerceptron();
    }

    long ofConvolutional() {
        int features = LAST_POSITIONS * KERNELS.get(1).filters();
        return count.convolutions(COLOURS, KERNELS)
                + count.perceptron(features, List.of(), breeds)
                - biasesOfConvolutional();
    }

    long biasesOfConvolutional() {
        return KERNELS.stream().mapToInt(Kernels::filters).sum() + breeds;
    }

    String perceptronByHand() {
        return String.format(
                Locale.ROOT,
                "12,288 x 128 + 128 x 64 + 64 x %d = %,d weights, and %d biases",
                breeds,
                ofPerceptron(),
                biasesOfPerceptron());
    }

    String convolutionalByHand() {
        return String.format(
                Locale.ROOT,
                "5 x 5 x 3 x 16 + 5 x 5 x 16 x 32 + 13 x 13 x 32 x %d = %,d weights, and %d biases",
                breeds,
                ofConvolutional(),
                biasesOfConvolutional());
    }

    /** An answer on the network for a data set with another number of breeds than the handout's. */
    String difference(String byHand, String trained) {
        return "The handout's data set has " + BREEDS_OF_HANDOUT + " breeds, that of this run has " + breeds
                + ", and a network has one output per breed. The network that " + trained + " trains has " + byHand
                + ".";
    }
}
