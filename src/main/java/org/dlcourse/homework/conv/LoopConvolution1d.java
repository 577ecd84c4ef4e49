package org.dlcourse.homework.conv;

import org.dlcourse.exercise.Convolution1d;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The one-dimensional convolution in plain loops over numbers, for comparison with solutions that use array operations. */
final class LoopConvolution1d implements Convolution1d {
    @Override
    public INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride) {
        INDArray output = Nd4j.zeros(DataType.DOUBLE, outputShape(input, weights, stride));
        for (long b = 0; b < output.size(0); b++) {
            for (long o = 0; o < output.size(1); o++) {
                for (long t = 0; t < output.size(2); t++) {
                    double sum = bias.getDouble(o);
                    for (long i = 0; i < weights.size(1); i++) {
                        for (long k = 0; k < weights.size(2); k++) {
                            sum += weights.getDouble(o, i, k) * input.getDouble(b, i, stride * t + k);
                        }
                    }
                    output.putScalar(new long[] {b, o, t}, sum);
                }
            }
        }
        return output;
    }

    @Override
    public Gradients backward(INDArray input, INDArray weights, int stride, INDArray outputGradient) {
        double[] bias = new double[(int) weights.size(0)];
        INDArray ofInput = Nd4j.zeros(DataType.DOUBLE, input.shape());
        INDArray ofWeights = Nd4j.zeros(DataType.DOUBLE, weights.shape());
        for (long b = 0; b < outputGradient.size(0); b++) {
            for (int o = 0; o < outputGradient.size(1); o++) {
                for (long t = 0; t < outputGradient.size(2); t++) {
                    double delta = outputGradient.getDouble(b, o, t);
                    bias[o] += delta;
                    for (long i = 0; i < weights.size(1); i++) {
                        for (long k = 0; k < weights.size(2); k++) {
                            add(ofInput, delta * weights.getDouble(o, i, k), b, i, stride * t + k);
                            add(ofWeights, delta * input.getDouble(b, i, stride * t + k), o, i, k);
                        }
                    }
                }
            }
        }
        return new Gradients(ofInput, ofWeights, Nd4j.createFromArray(bias));
    }

    private static void add(INDArray sums, double number, long... index) {
        sums.putScalar(index, sums.getDouble(index) + number);
    }

    private static long[] outputShape(INDArray input, INDArray weights, int stride) {
        return new long[] {input.size(0), weights.size(0), (input.size(2) - weights.size(2)) / stride + 1};
    }
}
