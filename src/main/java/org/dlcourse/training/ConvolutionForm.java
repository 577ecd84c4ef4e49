package org.dlcourse.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A convolution as ND4J's operation is asked for it: plainly, or with every two neighbouring pixels of a row as one pixel of
 * twice as many channels.
 *
 * <p>A row of four pixels of one channel, under one filter with three columns and the weights u, v, w:
 *
 * <pre>
 * plain, two positions            a  b  c  d
 *                                 u  v  w           y0 = ua + vb + wc
 *                                    u  v  w        y1 = ub + vc + wd
 *
 * pairs of the output,            a  b  c  d
 * one position, two filters       u  v  w  0        first channel of the pair:  y0
 *                                 0  u  v  w        second channel of the pair: y1
 *
 * pairs of the input too,       (a  b)(c  d)        two pixels of two channels,
 * kernels of two columns        (u  v)(w  0)        the same sums
 *                               (0  u)(v  w)
 * </pre>
 *
 * <p>A pair is the same numbers in memory. It fills the vector registers that few channels leave half empty, which is worth the
 * products with the zeros that come in: a pair of the output is computed by the filters, and the filters again a column further
 * right; with pairs of the input too, a kernel's columns are taken two by two. What is faster was measured with registers of 512
 * bits, see docs/performance.md; with narrower ones, pairs cost a fifth to a third more products.
 *
 * @param spec the convolution
 * @param inputPixels that are taken as one, 1 or 2
 * @param outputPixels that are taken as one, 1 or 2
 * @param weights [filters, channels, kernel height, kernel width], as they are for such pixels
 * @param bias [filters] for such pixels
 * @param weightsGradient shaped as the weights
 * @param preparation makes weights and bias from the layer's parameters
 * @param completion writes down what makes the layer's gradient from {@code weightsGradient}
 */
record ConvolutionForm(
        Convolution spec,
        int inputPixels,
        int outputPixels,
        INDArray weights,
        INDArray bias,
        INDArray weightsGradient,
        List<Operation> preparation,
        Supplier<List<Operation>> completion) {
    /** Channels that leave at least half of a register of 512 bits empty. */
    private static final int FEW = 8;

    /** Makes arrays that are freed with the operations. */
    interface Allocation {
        INDArray array(long... shape);
    }

    /** The convolution as it is written. */
    static ConvolutionForm plain(Convolution spec, FlatParameters.Layer layer) {
        return new ConvolutionForm(
                spec, 1, 1, layer.weights(), layer.bias(), layer.weightsGradient(), List.of(), List::of);
    }

    /** Whether the output can be taken in pairs, and is faster to compute so. */
    static boolean isFasterInOutputPairs(Convolution spec, Shape outputShape) {
        return spec.filters() <= FEW && hasOutputPairs(spec, outputShape);
    }

    /** Whether both input and output can be taken in pairs, and the gradients are faster to compute so. */
    static boolean isFasterInPairs(Convolution spec, Shape inputShape, Shape outputShape) {
        return (spec.filters() <= FEW || inputShape.channels() <= FEW)
                && hasOutputPairs(spec, outputShape)
                && inputShape.width() % 2 == 0;
    }

    private static boolean hasOutputPairs(Convolution spec, Shape outputShape) {
        return spec.stride() == 1 && outputShape.width() % 2 == 0;
    }

    /** With pairs of the output; the stride is 1 and the output's width even. */
    static ConvolutionForm outputPairs(Convolution spec, FlatParameters.Layer layer, Allocation memory) {
        long[] shape = layer.weights().shape().clone();
        shape[0] *= 2;
        shape[3] += 1;
        INDArray weights = memory.array(shape).assign(0);
        INDArray bias = memory.array(shape[0]);
        INDArray gradient = memory.array(shape);
        int filters = spec.filters();
        return new ConvolutionForm(
                spec,
                1,
                2,
                weights,
                bias,
                gradient,
                List.of(
                        copy(layer.weights(), left(weights, spec)),
                        copy(layer.weights(), right(weights, spec)),
                        copy(layer.bias(), bias.get(NDArrayIndex.interval(0, filters))),
                        copy(layer.bias(), bias.get(NDArrayIndex.interval(filters, 2 * filters)))),
                () -> List.of(Operation.of(
                        "add",
                        List.of(left(gradient, spec), right(gradient, spec)),
                        List.of(layer.weightsGradient()))));
    }

    /** With pairs of the input and the output; the stride is 1 and both widths are even, which makes the kernel's odd. */
    static ConvolutionForm pairs(Convolution spec, FlatParameters.Layer layer, Allocation memory) {
        ConvolutionForm half = outputPairs(spec, layer, memory);
        long[] shape = half.weights().shape();
        long[] columnsInPairs = {shape[0], shape[1], shape[2], shape[3] / 2, 2};
        long[] pairsAsChannels = {shape[0], 2, shape[1], shape[2], shape[3] / 2};
        INDArray weights = memory.array(shape[0], 2 * shape[1], shape[2], shape[3] / 2);
        INDArray gradient = memory.array(weights.shape());
        List<Operation> preparation = new ArrayList<>(half.preparation());
        preparation.add(Operation.of(
                "permute",
                List.of(half.weights().reshape('c', columnsInPairs)),
                List.of(weights.reshape('c', pairsAsChannels)),
                0,
                4,
                1,
                2,
                3));
        Supplier<List<Operation>> completion = () -> {
            List<Operation> operations = new ArrayList<>();
            operations.add(Operation.of(
                    "permute",
                    List.of(gradient.reshape('c', pairsAsChannels)),
                    List.of(half.weightsGradient().reshape('c', columnsInPairs)),
                    0,
                    2,
                    3,
                    4,
                    1));
            operations.addAll(half.completion().get());
            return operations;
        };
        return new ConvolutionForm(spec, 2, 2, weights, half.bias(), gradient, preparation, completion);
    }

    private static INDArray left(INDArray kernels, Convolution spec) {
        return part(kernels, 0, spec.filters(), 0, spec.kernelWidth());
    }

    private static INDArray right(INDArray kernels, Convolution spec) {
        return part(kernels, spec.filters(), 2 * spec.filters(), 1, spec.kernelWidth() + 1);
    }

    private static INDArray part(INDArray kernels, int fromFilter, int toFilter, int fromColumn, int toColumn) {
        INDArrayIndex all = NDArrayIndex.all();
        return kernels.get(
                NDArrayIndex.interval(fromFilter, toFilter), all, all, NDArrayIndex.interval(fromColumn, toColumn));
    }

    private static Operation copy(INDArray from, INDArray to) {
        return Operation.of("assign", List.of(to, from), List.of(to));
    }

    /** Computes the output, [examples, height, width, filters]. */
    Operation forward(INDArray input, INDArray output) {
        return Operation.of(
                "conv2d",
                List.of(grouped(input, inputPixels), weights, bias),
                List.of(grouped(output, outputPixels)),
                settings());
    }

    /** Computes the gradients at the input and of the weights, not the bias's, which ND4J sums slowly. */
    Operation backward(INDArray input, INDArray gradient, INDArray inputGradient) {
        return Operation.of(
                "conv2d_bp",
                List.of(grouped(input, inputPixels), weights, grouped(gradient, outputPixels)),
                List.of(grouped(inputGradient, inputPixels), weightsGradient),
                settings());
    }

    /**
     * Computes the weights' gradient alone, where nobody needs the one at the input.
     *
     * <p>ND4J's backward operation always computes both. That of the transposed convolution computes this gradient and,
     * instead of the other, a convolution forward, which takes a fraction of the time.
     *
     * @param unused shaped as the output; overwritten
     */
    Operation backwardToWeights(INDArray input, INDArray gradient, INDArray unused) {
        return Operation.of(
                "deconv2d_bp",
                List.of(grouped(gradient, outputPixels), weights, grouped(input, inputPixels)),
                List.of(grouped(unused, outputPixels), weightsGradient),
                settings());
    }

    private static INDArray grouped(INDArray images, int pixels) {
        long[] shape = images.shape();
        return images.reshape('c', shape[0], shape[1], shape[2] / pixels, shape[3] * pixels);
    }

    /** Kernel, strides, no padding, no dilation, channels last, weights as [filters, channels, height, width]. */
    private long[] settings() {
        long strideAcross = (long) spec.stride() * outputPixels / inputPixels;
        return new long[] {weights.size(2), weights.size(3), spec.stride(), strideAcross, 0, 0, 1, 1, 0, 1, 1};
    }
}
