package org.dlcourse.homework.ann.basics;

import java.util.List;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.exercise.mistake.ParameterCountMistakes;
import org.dlcourse.exercise.reference.SummedParameterCount;
import org.dlcourse.figure.Formula;
import org.dlcourse.report.Evidence;

/**
 * The page on the number of parameters of a perceptron.
 *
 * @param solution of the exercise
 * @param counts mlp_1, mlp_2 and random perceptrons
 */
record PerceptronParametersPage(ParameterCount solution, ParameterCounts counts) {
    /** Units of mlp_2's layer without biases, FC-64. */
    private static final int UNITS_WITHOUT_BIAS = 64;

    private static final String RANDOM = "random perceptrons";

    void show(Evidence evidence) {
        evidence.conclusion(withoutBiasesOfFc64().conclusion(RANDOM));
        evidence.answer(
                "How many parameters does a perceptron with K hidden layers have?",
                new Formula(
                        "\\sum_{k=1}^{K+1} H_k \\left( H_{k-1} + 1 \\right), \\quad H_0 = D_{in},\\; H_{K+1} = D_{out}"),
                "Each of the Hₖ units of layer k has one weight for each of the Hₖ₋₁ outputs of the layer before it, and a"
                        + " bias. A layer without biases, such as FC-64 of mlp_2, has Hₖ parameters fewer.");
        evidence.table(withoutBiasesOfFc64().table());
    }

    void check(Evidence evidence) {
        withoutBiasesOfFc64().check(evidence, RANDOM);
        counts.check(evidence, RANDOM, solution, ParameterCountMistakes.ofPerceptrons(new SummedParameterCount()));
    }

    /** The counts with mlp_2 as it is, FC-64 having no biases. */
    private ParameterCounts withoutBiasesOfFc64() {
        return new ParameterCounts(List.of(mlp1(), mlp2()), counts.random());
    }

    CountedNetwork mlp1() {
        return counts.handout().get(0);
    }

    /** By the formula minus the biases that FC-64 does not have. */
    CountedNetwork mlp2() {
        return mlp2WithAllBiases().withoutBiases(UNITS_WITHOUT_BIAS);
    }

    /** By the formula as it is, which takes FC-64 to have biases: the control. */
    CountedNetwork mlp2WithAllBiases() {
        return counts.handout().get(1);
    }
}
