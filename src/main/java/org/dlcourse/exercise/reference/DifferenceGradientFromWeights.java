package org.dlcourse.exercise.reference;

import java.util.Arrays;
import org.dlcourse.exercise.GradientFromWeights;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The difference of the weights, divided by the learning rate: the update rule solved for the gradient. */
public final class DifferenceGradientFromWeights implements GradientFromWeights {
    @Override
    public INDArray gradient(INDArray before, INDArray after, double learningRate) {
        if (!Arrays.equals(before.shape(), after.shape())) {
            throw new IllegalArgumentException("The weights before the step have shape "
                    + Arrays.toString(before.shape()) + ", those after it " + Arrays.toString(after.shape())
                    + "; expected the same layer's weights, of one shape.");
        }
        if (!(learningRate > 0)) {
            throw new IllegalArgumentException(
                    "The learning rate is " + learningRate + "; expected a number above 0, to divide by.");
        }
        return before.sub(after).divi(learningRate);
    }
}
