package org.dlcourse.exercise.reference;

import java.util.Arrays;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The network as matrix products over all samples at once, forward and backward. */
public final class MatrixTwoLayerNetwork implements TwoLayerNetwork {
    @Override
    public INDArray probabilities(Parameters parameters, INDArray inputs) {
        return softmax(logits(parameters, hidden(parameters, inputs)));
    }

    @Override
    public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
        INDArray hidden = hidden(parameters, inputs);
        INDArray logits = logits(parameters, hidden);
        if (labels.length != inputs.size(0)) {
            throw new IllegalArgumentException("Found " + labels.length + " labels for inputs "
                    + Arrays.toString(inputs.shape()) + "; expected one label for each sample.");
        }
        INDArray oneHot = oneHot(labels, logits.size(1));
        INDArray logProbabilities = logSoftmax(logits);
        double loss = -logProbabilities.mul(oneHot).sumNumber().doubleValue() / labels.length
                + penalty * (squares(parameters.hiddenWeights()) + squares(parameters.outputWeights()));

        INDArray logitsGradient =
                Transforms.exp(logProbabilities, true).subi(oneHot).divi(labels.length);
        INDArray hiddenGradient = logitsGradient.mmul(parameters.outputWeights().transpose());
        // ReLU passes the gradient only where its output is positive.
        hiddenGradient.muli(hidden.gt(0).castTo(DataType.DOUBLE));
        return new LossAndGradients(
                loss,
                new Parameters(
                        inputs.transpose()
                                .mmul(hiddenGradient)
                                .addi(parameters.hiddenWeights().mul(2 * penalty)),
                        hiddenGradient.sum(0),
                        hidden.transpose()
                                .mmul(logitsGradient)
                                .addi(parameters.outputWeights().mul(2 * penalty)),
                        logitsGradient.sum(0)));
    }

    private static INDArray hidden(Parameters parameters, INDArray inputs) {
        check(inputs, parameters.hiddenWeights(), parameters.hiddenBias(), "hidden");
        return Transforms.max(
                inputs.mmul(parameters.hiddenWeights())
                        .addi(parameters
                                .hiddenBias()
                                .reshape(1, parameters.hiddenBias().length())),
                0,
                false);
    }

    private static INDArray logits(Parameters parameters, INDArray hidden) {
        check(hidden, parameters.outputWeights(), parameters.outputBias(), "output");
        return hidden.mmul(parameters.outputWeights())
                .addi(parameters.outputBias().reshape(1, parameters.outputBias().length()));
    }

    private static void check(INDArray inputs, INDArray weights, INDArray bias, String layer) {
        if (inputs.rank() != 2
                || weights.rank() != 2
                || bias.rank() != 1
                || inputs.size(1) != weights.size(0)
                || weights.size(1) != bias.size(0)) {
            throw new IllegalArgumentException("The " + layer + " layer found inputs " + Arrays.toString(inputs.shape())
                    + ", weights " + Arrays.toString(weights.shape()) + " and bias " + Arrays.toString(bias.shape())
                    + "; expected [samples, inputs], [inputs, units] and [units].");
        }
    }

    private static INDArray softmax(INDArray logits) {
        return Transforms.exp(logSoftmax(logits), false);
    }

    /** Subtracts the largest logit first, so that no exponential overflows. */
    private static INDArray logSoftmax(INDArray logits) {
        INDArray shifted = logits.sub(logits.max(true, 1));
        INDArray logSums = Transforms.log(Transforms.exp(shifted, true).sum(true, 1), false);
        return shifted.subi(logSums);
    }

    private static double squares(INDArray weights) {
        return weights.mul(weights).sumNumber().doubleValue();
    }

    private static INDArray oneHot(int[] labels, long classes) {
        INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, labels.length, classes);
        for (int i = 0; i < labels.length; i++) {
            oneHot.putScalar(i, labels[i], 1);
        }
        return oneHot;
    }
}
