package org.dlcourse.exercise.submitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.dlcourse.exercise.Convolution1d;
import org.dlcourse.exercise.Convolution1d.Gradients;
import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.LossAndGradients;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.exercise.reference.ShiftedSumConvolution1d;
import org.dlcourse.exercise.reference.ShiftedSumConvolution2d;
import org.dlcourse.grading.Solutions;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.kit.SubmissionFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Solutions as students write them, beside the reference. */
@Timeout(120)
class SubmittedSolutionsIT {
    @RegisterExtension
    private final SubmissionFolder handedIn = SubmissionFolder.inAProcess();

    @Test
    void convolutionOfImagesEqualsTheReference() throws IOException {
        write("""
                def my_conv2d(input, kernel):
                    batch, _, height, width = input.shape
                    filters, _, kh, kw = kernel.shape
                    rows = []
                    for b in range(batch):
                        rows.append([[[float((input[b, :, i:i + kh, j:j + kw] * kernel[f]).sum())
                                       for j in range(width - kw + 1)]
                                      for i in range(height - kh + 1)]
                                     for f in range(filters)])
                    return rows
                """);
        INDArray images = numbers(2, 3, 6, 5);
        INDArray kernel = numbers(4, 3, 3, 2);

        assertEqual(
                solution(Convolution2d.class).forward(images, kernel),
                new ShiftedSumConvolution2d().forward(images, kernel));
    }

    @Test
    void layerThatAddsUpItsGradientsAndReturnsARowOfBiasGradientsIsRight() throws IOException {
        write("""
                import numpy as np

                class Conv1D:
                    def __init__(self, in_channel, out_channel, kernel_size, stride):
                        self.k, self.s = kernel_size, stride
                        self.W = np.ones((out_channel, in_channel, kernel_size))
                        self.b = np.ones(out_channel)
                        self.dW, self.db = np.zeros_like(self.W), np.zeros((1, out_channel))

                    def __call__(self, x):
                        self.x = x
                        self.n = (x.shape[2] - self.k) // self.s + 1
                        return np.stack([np.einsum("bik,oik->bo", self.at(t), self.W) + self.b for t in range(self.n)], 2)

                    def at(self, t):
                        return self.x[:, :, t * self.s:t * self.s + self.k]

                    def backward(self, delta):
                        dx = np.zeros(self.x.shape)
                        for t in range(self.n):
                            self.dW += np.einsum("bo,bik->oik", delta[:, :, t], self.at(t))
                            dx[:, :, t * self.s:t * self.s + self.k] += np.einsum("bo,oik->bik", delta[:, :, t], self.W)
                        self.db += delta.sum((0, 2))
                        return dx
                """);
        INDArray input = numbers(2, 3, 11);
        INDArray weights = numbers(4, 3, 4);
        INDArray bias = numbers(4);
        Convolution1d solution = solution(Convolution1d.class);
        Convolution1d reference = new ShiftedSumConvolution1d();
        INDArray output = reference.forward(input, weights, bias, 3);

        assertEqual(solution.forward(input, weights, bias, 3), output);
        solution.backward(input, weights, 3, output.mul(2));
        Gradients gradients = solution.backward(input, weights, 3, output);
        Gradients expected = reference.backward(input, weights, 3, output);
        assertEqual(gradients.input(), expected.input());
        assertEqual(gradients.weights(), expected.weights());
        assertEqual(gradients.bias(), expected.bias());
    }

    @Test
    void layerThatHoldsOneOfStrideOneAndOneThatLeavesPositionsOutIsRight() throws IOException {
        write("""
                import numpy as np

                class Conv1d_stride1():
                    def __init__(self, in_channels, out_channels, kernel_size, weight_init_fn, bias_init_fn):
                        self.kernel_size = kernel_size
                        self.W = np.random.normal(0, 1, (out_channels, in_channels, kernel_size))
                        self.b = np.zeros((out_channels, 1))
                        self.dLdW = np.zeros(self.W.shape)
                        self.dLdb = np.zeros(self.b.shape)

                    def forward(self, A):
                        self.A = A
                        n = A.shape[2] - self.kernel_size + 1
                        parts = [np.tensordot(A[:, :, i:i + self.kernel_size], self.W, axes=([1, 2], [1, 2])) for i in range(n)]
                        return np.stack(parts, 2) + self.b

                    def backward(self, dLdZ):
                        k, n = self.kernel_size, dLdZ.shape[2]
                        self.dLdb = dLdZ.sum((0, 2))[:, None]
                        for i in range(k):
                            self.dLdW[:, :, i] = np.tensordot(dLdZ, self.A[:, :, i:i + n], axes=([0, 2], [0, 2]))
                        self.dLdA = np.zeros(self.A.shape)
                        for i in range(k):
                            self.dLdA[:, :, i:i + n] += np.tensordot(dLdZ, self.W[:, :, i], axes=([1], [0])).transpose(0, 2, 1)
                        return self.dLdA

                class Downsample1d():
                    def __init__(self, factor):
                        self.factor = factor

                    def forward(self, A):
                        self.width = A.shape[2]
                        return A[:, :, ::self.factor]

                    def backward(self, dLdZ):
                        dLdA = np.zeros(dLdZ.shape[:2] + (self.width,))
                        dLdA[:, :, ::self.factor] = dLdZ
                        return dLdA

                class Conv1d():
                    def __init__(self, in_channels, out_channels, kernel_size, stride, weight_init_fn, bias_init_fn):
                        self.stride = stride
                        self.conv = Conv1d_stride1(in_channels, out_channels, kernel_size, weight_init_fn, bias_init_fn)
                        self.downsample1d = Downsample1d(stride)

                    def __call__(self, A):
                        return self.downsample1d.forward(self.conv.forward(A)).tolist()

                    def backward(self, dLdZ):
                        self.dLdA = self.conv.backward(self.downsample1d.backward(dLdZ))
                """);
        INDArray input = numbers(2, 3, 11);
        INDArray weights = numbers(4, 3, 4);
        INDArray bias = numbers(4);
        Convolution1d solution = solution(Convolution1d.class);
        Convolution1d reference = new ShiftedSumConvolution1d();
        INDArray output = reference.forward(input, weights, bias, 3);

        assertEqual(solution.forward(input, weights, bias, 3), output);
        Gradients gradients = solution.backward(input, weights, 3, output);
        Gradients expected = reference.backward(input, weights, 3, output);
        assertEqual(gradients.input(), expected.input());
        assertEqual(gradients.weights(), expected.weights());
        assertEqual(gradients.bias(), expected.bias());
    }

    @Test
    void networkOfANotebookEqualsTheReference() throws IOException {
        Files.writeString(handedIn.folder().resolve("exercise.ipynb"), notebook("""
                class TwoLayerNet(object):
                    def __init__(self, input_size, hidden_size, output_size, std=1e-4):
                        self.params = {"W1": std * np.random.randn(input_size, hidden_size), "b1": np.zeros(hidden_size),
                                       "W2": std * np.random.randn(hidden_size, output_size), "b2": np.zeros(output_size)}

                    def loss(self, X, y=None, reg=0.0):
                        W1, b1, W2, b2 = (self.params[name] for name in ("W1", "b1", "W2", "b2"))
                        hidden = np.maximum(0, X @ W1 + b1)
                        scores = hidden @ W2 + b2
                        p = np.exp(scores - scores.max(1, keepdims=True))
                        p /= p.sum(1, keepdims=True)
                        if y is None:
                            return p
                        N = len(X)
                        loss = -np.log(p[range(N), y]).mean() + reg * ((W1 ** 2).sum() + (W2 ** 2).sum())
                        p[range(N), y] -= 1
                        back = (p @ W2.T) * (hidden > 0) / N
                        return loss, {"W1": X.T @ back + 2 * reg * W1, "b1": back.sum(0),
                                      "W2": hidden.T @ p / N + 2 * reg * W2, "b2": p.sum(0) / N}
                """));
        Parameters parameters = new Parameters(numbers(4, 7), numbers(7), numbers(7, 3), numbers(3));
        INDArray inputs = numbers(5, 4);
        int[] labels = {0, 1, 1, 0, 1};
        TwoLayerNetwork solution = solution(TwoLayerNetwork.class);
        TwoLayerNetwork reference = new MatrixTwoLayerNetwork();

        assertEqual(solution.probabilities(parameters, inputs), reference.probabilities(parameters, inputs));
        LossAndGradients loss = solution.loss(parameters, inputs, labels, .3);
        LossAndGradients expected = reference.loss(parameters, inputs, labels, .3);
        assertThat(loss.loss()).isCloseTo(expected.loss(), Assertions.within(1e-12));
        assertEqual(loss.gradients().hiddenWeights(), expected.gradients().hiddenWeights());
        assertEqual(loss.gradients().hiddenBias(), expected.gradients().hiddenBias());
        assertEqual(loss.gradients().outputWeights(), expected.gradients().outputWeights());
        assertEqual(loss.gradients().outputBias(), expected.gradients().outputBias());
    }

    @Test
    void lossOfEverySampleIsWrongWithItsReason() throws IOException {
        write("""
                import numpy as np
                class TwoLayerNet:
                    def __init__(self, a, b, c, std):
                        self.params = {}
                    def loss(self, X, y=None, reg=0):
                        return np.ones(len(X)), {name: np.zeros(1) for name in ("W1", "b1", "W2", "b2")}
                """);
        Parameters parameters = new Parameters(numbers(4, 7), numbers(7), numbers(7, 3), numbers(3));
        TwoLayerNetwork solution = solution(TwoLayerNetwork.class);

        assertThatThrownBy(() -> solution.loss(parameters, numbers(5, 4), new int[5], 0))
                .isInstanceOf(SubmissionException.class)
                .hasMessage("wrong: The loss has 5 numbers; expected one, the mean over the samples.");
    }

    private <S> S solution(Class<S> exercise) {
        return new Solutions(Optional.of(handedIn.submission())).of(exercise, () -> {
            throw new AssertionError("the reference was asked for");
        });
    }

    private static INDArray numbers(long... shape) {
        return Nd4j.rand(DataType.DOUBLE, shape).subi(.5);
    }

    /** Sums of at most 18 products of numbers below 1, in another order: an error below 1e-14. */
    private static void assertEqual(INDArray actual, INDArray expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.sub(expected).amaxNumber().doubleValue()).isLessThan(1e-13);
    }

    private void write(String code) throws IOException {
        handedIn.write("solution.py", code);
    }

    private static String notebook(String cell) {
        return """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
                 {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 1,
                  "source": ["%%matplotlib inline\\n", "import numpy as np"]},
                 {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 2, "source": "%s"}]}
                """.formatted(cell.replace("\"", "\\\"").replace("\n", "\\n"));
    }
}
