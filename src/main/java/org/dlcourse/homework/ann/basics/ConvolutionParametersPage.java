package org.dlcourse.homework.ann.basics;

import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.exercise.mistake.ParameterCountMistakes;
import org.dlcourse.exercise.reference.SummedParameterCount;
import org.dlcourse.figure.Formula;
import org.dlcourse.report.Evidence;

/**
 * The page on the number of parameters of a convolutional network.
 *
 * @param solution of the exercise
 * @param counts cnn_3, cnn_4, cnn_5 and random networks
 */
record ConvolutionParametersPage(ParameterCount solution, ParameterCounts counts) {
    private static final String RANDOM = "random convolutional networks";

    void show(Evidence evidence) {
        evidence.conclusion(counts.conclusion(RANDOM));
        evidence.answer(
                "How many parameters does a network with K convolution layers have?",
                new Formula(
                        "\\sum_{k=1}^{K} C_k \\left( H_k W_k C_{k-1} + 1 \\right) + D_{out} \\left( C_K H W + 1 \\right),"
                                + " \\quad C_0 = C_{in}"),
                "Each of the Cₖ filters of layer k has one weight for each of the Hₖ x Wₖ positions of each input channel,"
                        + " and a bias. The size of the image does not matter there, because weights are shared across"
                        + " positions. It matters only for the prediction layer, whose inputs are all remaining pixels:"
                        + " with H x W pixels in each channel of the last layer, after pooling, each class has C_K H W"
                        + " weights and a bias.");
        evidence.table(counts.table());
    }

    void check(Evidence evidence) {
        counts.check(evidence, RANDOM);
        counts.check(evidence, RANDOM, solution, ParameterCountMistakes.ofConvolutions(new SummedParameterCount()));
    }
}
