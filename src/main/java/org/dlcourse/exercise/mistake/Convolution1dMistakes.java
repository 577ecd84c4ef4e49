package org.dlcourse.exercise.mistake;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.List;
import org.dlcourse.exercise.Convolution1d;
import org.dlcourse.kit.Mistake;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Wrong one-dimensional convolutions, each a correct one with one change. */
public final class Convolution1dMistakes {
    private Convolution1dMistakes() {}

    /** All of them, made from a correct solution. */
    public static List<Mistake<Convolution1d>> of(Convolution1d right) {
        return List.of(
                new Mistake<>("the kernel is flipped, as in the mathematical convolution", new FlippedKernel(right)),
                new Mistake<>("the stride is ignored: the kernel moves by 1", new StrideOne(right)),
                new Mistake<>("the stride is ignored in the gradient of the input", new StrideIgnored(right)),
                new Mistake<>("the gradient of the bias is averaged over the batch", new AveragedBias(right)),
                new Mistake<>("the gradient of the weights is averaged over the batch", new AveragedWeights(right)),
                new Mistake<>("the bias is not added", new NoBias(right)),
                new Mistake<>(
                        "the bias is added once for each input channel and not once",
                        new OtherForward(
                                right,
                                (input, weights, bias, stride) ->
                                        right.forward(input, weights, bias.mul(input.size(1)), stride))),
                new Mistake<>(
                        "only the last input channel counts, as with = in place of +=",
                        new OtherForward(right, (input, weights, bias, stride) -> {
                            long last = input.size(1) - 1;
                            return right.forward(
                                    input.get(all(), interval(last, last + 1), all()),
                                    weights.get(all(), interval(last, last + 1), all()),
                                    bias,
                                    stride);
                        })),
                new Mistake<>("the gradient of the bias is 0", new NoBiasGradient(right)),
                new Mistake<>("the output is too short by one: + 1 is missing in its width", new OneShort(right)),
                new Mistake<>(
                        "the width of the output is rounded up: the last position of the kernel extends beyond the signal",
                        new RoundedUp(right)));
    }

    private static final class RoundedUp extends Changed {
        RoundedUp(Convolution1d right) {
            super(right);
        }

        @Override
        public INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride) {
            long left = (input.size(2) - weights.size(2)) % stride;
            INDArray longer = left == 0
                    ? input
                    : Nd4j.concat(2, input, Nd4j.zeros(DataType.DOUBLE, input.size(0), input.size(1), stride - left));
            return right.forward(longer, weights, bias, stride);
        }
    }

    private abstract static class Changed implements Convolution1d {
        final Convolution1d right;

        Changed(Convolution1d right) {
            this.right = right;
        }

        @Override
        public INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride) {
            return right.forward(input, weights, bias, stride);
        }

        @Override
        public Gradients backward(INDArray input, INDArray weights, int stride, INDArray outputGradient) {
            return right.backward(input, weights, stride, outputGradient);
        }
    }

    private static final class FlippedKernel extends Changed {
        FlippedKernel(Convolution1d right) {
            super(right);
        }

        @Override
        public INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride) {
            return right.forward(input, flipped(weights), bias, stride);
        }

        @Override
        public Gradients backward(INDArray input, INDArray weights, int stride, INDArray outputGradient) {
            Gradients gradients = right.backward(input, flipped(weights), stride, outputGradient);
            return new Gradients(gradients.input(), flipped(gradients.weights()), gradients.bias());
        }

        private static INDArray flipped(INDArray weights) {
            INDArray flipped = Nd4j.zeros(DataType.DOUBLE, weights.shape());
            long width = weights.size(2);
            for (long k = 0; k < width; k++) {
                flipped.get(all(), all(), interval(k, k + 1))
                        .assign(weights.get(all(), all(), interval(width - 1 - k, width - k)));
            }
            return flipped;
        }
    }

    private static final class StrideOne extends Changed {
        StrideOne(Convolution1d right) {
            super(right);
        }

        @Override
        public INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride) {
            return right.forward(input, weights, bias, 1);
        }

        @Override
        public Gradients backward(INDArray input, INDArray weights, int stride, INDArray outputGradient) {
            Gradients gradients = right.backward(input, weights, stride, outputGradient);
            long reached = outputGradient.size(2) + weights.size(2) - 1;
            INDArray first = input.get(all(), all(), interval(0, reached)).dup('c');
            Gradients byOne = right.backward(first, weights, 1, outputGradient);
            INDArray inputGradient = Nd4j.zeros(DataType.DOUBLE, input.shape());
            inputGradient.get(all(), all(), interval(0, reached)).assign(byOne.input());
            return new Gradients(inputGradient, byOne.weights(), gradients.bias());
        }
    }

    private static final class StrideIgnored extends Changed {
        StrideIgnored(Convolution1d right) {
            super(right);
        }

        @Override
        public Gradients backward(INDArray input, INDArray weights, int stride, INDArray outputGradient) {
            Gradients gradients = right.backward(input, weights, stride, outputGradient);
            long reached = outputGradient.size(2) + weights.size(2) - 1;
            INDArray first = input.get(all(), all(), interval(0, reached)).dup('c');
            INDArray inputGradient = Nd4j.zeros(DataType.DOUBLE, input.shape());
            inputGradient
                    .get(all(), all(), interval(0, reached))
                    .assign(right.backward(first, weights, 1, outputGradient).input());
            return new Gradients(inputGradient, gradients.weights(), gradients.bias());
        }
    }

    private static final class AveragedBias extends Changed {
        AveragedBias(Convolution1d right) {
            super(right);
        }

        @Override
        public Gradients backward(INDArray input, INDArray weights, int stride, INDArray outputGradient) {
            Gradients gradients = right.backward(input, weights, stride, outputGradient);
            return new Gradients(
                    gradients.input(), gradients.weights(), gradients.bias().div(input.size(0)));
        }
    }

    private static final class AveragedWeights extends Changed {
        AveragedWeights(Convolution1d right) {
            super(right);
        }

        @Override
        public Gradients backward(INDArray input, INDArray weights, int stride, INDArray outputGradient) {
            Gradients gradients = right.backward(input, weights, stride, outputGradient);
            return new Gradients(gradients.input(), gradients.weights().div(input.size(0)), gradients.bias());
        }
    }

    /** A forward pass. */
    @FunctionalInterface
    private interface Forward {
        INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride);
    }

    private static final class OtherForward extends Changed {
        private final Forward forward;

        OtherForward(Convolution1d right, Forward forward) {
            super(right);
            this.forward = forward;
        }

        @Override
        public INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride) {
            return forward.forward(input, weights, bias, stride);
        }
    }

    private static final class NoBiasGradient extends Changed {
        NoBiasGradient(Convolution1d right) {
            super(right);
        }

        @Override
        public Gradients backward(INDArray input, INDArray weights, int stride, INDArray outputGradient) {
            Gradients gradients = right.backward(input, weights, stride, outputGradient);
            return new Gradients(
                    gradients.input(), gradients.weights(), gradients.bias().mul(0));
        }
    }

    private static final class NoBias extends Changed {
        NoBias(Convolution1d right) {
            super(right);
        }

        @Override
        public INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride) {
            return right.forward(input, weights, bias.mul(0), stride);
        }
    }

    private static final class OneShort extends Changed {
        OneShort(Convolution1d right) {
            super(right);
        }

        @Override
        public INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride) {
            INDArray output = right.forward(input, weights, bias, stride);
            return output.get(all(), all(), interval(0, output.size(2) - 1)).dup('c');
        }
    }
}
