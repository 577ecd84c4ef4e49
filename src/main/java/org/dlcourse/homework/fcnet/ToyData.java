package org.dlcourse.homework.fcnet;

import java.util.Arrays;
import java.util.stream.Stream;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.LossAndGradients;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A small network and samples, with the expected probabilities, loss and gradients.
 *
 * @param parameters of the network
 * @param inputs [samples, inputs]
 * @param labels of the samples
 * @param penalty the factor of the sum of the squared weights
 * @param probabilities expected
 * @param expected loss and gradients
 */
record ToyData(
        Parameters parameters,
        INDArray inputs,
        int[] labels,
        double penalty,
        INDArray probabilities,
        LossAndGradients expected) {
    /** Probabilities by a solution. */
    INDArray probabilitiesOf(TwoLayerNetwork solution) {
        return solution.probabilities(parameters, inputs);
    }

    /** Loss and gradients by a solution. */
    LossAndGradients lossOf(TwoLayerNetwork solution) {
        return solution.loss(parameters, inputs, labels, penalty);
    }

    /** Mean cross-entropy by a solution. */
    double crossEntropyOf(TwoLayerNetwork solution) {
        return solution.loss(parameters, inputs, labels, 0).loss();
    }

    /** The scores before the softmax, computed independently of the solution. */
    INDArray scores() {
        INDArray hidden =
                Transforms.max(inputs.mmul(parameters.hiddenWeights()).addiRowVector(parameters.hiddenBias()), 0);
        return hidden.mmul(parameters.outputWeights()).addiRowVector(parameters.outputBias());
    }

    /** The loss, then all gradients. */
    static double[] values(LossAndGradients loss) {
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

    static double[] values(INDArray array) {
        return array.dup('c').data().asDouble();
    }
}
