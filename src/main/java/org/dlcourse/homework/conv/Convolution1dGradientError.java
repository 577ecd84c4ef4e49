package org.dlcourse.homework.conv;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.dlcourse.exercise.Convolution1d;
import org.dlcourse.exercise.Convolution1d.Gradients;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Compares a solution's gradients with central differences of the loss, the sum of the output times a random gradient, on two
 * signals of two channels. The output is that of plain loops.
 */
final class Convolution1dGradientError {
    private static final int STRIDE = 2;
    private static final double STEP = 1e-3;

    private static final Convolution1d LOOPS = new LoopConvolution1d();

    private final Convolution1d solution;
    private final INDArray input = uniform(1, 2, 2, 9);
    private final INDArray weights = uniform(2, 3, 2, 3);
    private final INDArray bias = uniform(3, 3);
    private final INDArray outputGradient = uniform(4, 2, 3, 4);

    Convolution1dGradientError(Convolution1d solution) {
        this.solution = solution;
    }

    private static INDArray uniform(long seed, int... shape) {
        int length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return Nd4j.createFromArray(new Random(seed).doubles(length, -1, 1).toArray())
                .reshape('c', shape);
    }

    /** The largest relative error of the gradients of input, weights and bias. */
    double largest() {
        Gradients gradients = solution.backward(input, weights, STRIDE, outputGradient);
        return DoubleStream.of(
                        error(input, gradients.input()),
                        error(weights, gradients.weights()),
                        error(bias, gradients.bias()))
                .reduce(0, Math::max);
    }

    private double error(INDArray varied, INDArray gradient) {
        INDArray numerical = Nd4j.zeros(DataType.DOUBLE, varied.shape());
        for (long i = 0; i < varied.length(); i++) {
            double value = varied.getDouble(i);
            varied.putScalar(i, value + STEP);
            double above = loss();
            varied.putScalar(i, value - STEP);
            double below = loss();
            varied.putScalar(i, value);
            numerical.putScalar(i, (above - below) / (2 * STEP));
        }
        return Convolution1dErrors.relativeError(gradient, numerical);
    }

    private double loss() {
        return LOOPS.forward(input, weights, bias, STRIDE)
                .mul(outputGradient)
                .sumNumber()
                .doubleValue();
    }
}
