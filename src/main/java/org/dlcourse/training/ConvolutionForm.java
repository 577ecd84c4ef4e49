package org.dlcourse.training;

import java.util.List;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A convolution as ND4J's operation is asked for it: plainly, or with every two neighbouring pixels of the output as one pixel
 * of twice as many channels.
 *
 * <p>A pair is the same numbers in memory, computed by a kernel that is one column wider and moves by two columns: the filters,
 * and the filters again a column further right. It fills the vector registers that few filters leave half empty, which is
 * worth the products with the zeros between.
 *
 * @param spec the convolution
 * @param pixels of the output that are computed as one, 1 or 2
 * @param weights [pixels * filters, channels, kernel height, kernel width + pixels - 1]
 * @param bias [pixels * filters]
 * @param weightsGradient shaped as the weights
 * @param preparation makes weights and bias from the layer's parameters
 * @param completion makes the layer's gradient from {@code weightsGradient}
 */
record ConvolutionForm(
        Convolution spec,
        int pixels,
        INDArray weights,
        INDArray bias,
        INDArray weightsGradient,
        List<Operation> preparation,
        List<Operation> completion) {
    /** Filters that leave at least half of a register of 512 bits empty. */
    private static final int FEW_FILTERS = 8;

    /** Where arrays come from that are freed with the operations. */
    interface Arrays {
        INDArray of(long... shape);
    }

    /** The convolution as it is written. */
    static ConvolutionForm plain(Convolution spec, FlatParameters.Layer layer) {
        return new ConvolutionForm(
                spec, 1, layer.weights(), layer.bias(), layer.weightsGradient(), List.of(), List.of());
    }

    /** Whether pairs exist and are faster. */
    static boolean isFasterInPairs(Convolution spec, Shape outputShape) {
        return spec.filters() <= FEW_FILTERS && spec.stride() == 1 && outputShape.width() % 2 == 0;
    }

    /** In pairs; the stride is 1 and the output's width even. */
    static ConvolutionForm inPairs(Convolution spec, FlatParameters.Layer layer, Arrays arrays) {
        long[] shape = layer.weights().shape().clone();
        shape[0] *= 2;
        shape[3] += 1;
        INDArray weights = arrays.of(shape).assign(0);
        INDArray bias = arrays.of(shape[0]);
        INDArray gradient = arrays.of(shape);
        int filters = spec.filters();
        return new ConvolutionForm(
                spec,
                2,
                weights,
                bias,
                gradient,
                List.of(
                        copy(layer.weights(), left(weights, spec)),
                        copy(layer.weights(), right(weights, spec)),
                        copy(layer.bias(), bias.get(NDArrayIndex.interval(0, filters))),
                        copy(layer.bias(), bias.get(NDArrayIndex.interval(filters, 2 * filters)))),
                List.of(Operation.of(
                        "add",
                        List.of(left(gradient, spec), right(gradient, spec)),
                        List.of(layer.weightsGradient()))));
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
        return Operation.of("conv2d", List.of(input, weights, bias), List.of(grouped(output)), settings());
    }

    /** Computes the gradients at the input and of the weights, not the bias's, which ND4J sums slowly. */
    Operation backward(INDArray input, INDArray gradient, INDArray inputGradient) {
        return Operation.of(
                "conv2d_bp",
                List.of(input, weights, grouped(gradient)),
                List.of(inputGradient, weightsGradient),
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
                List.of(grouped(gradient), weights, input),
                List.of(grouped(unused), weightsGradient),
                settings());
    }

    private INDArray grouped(INDArray images) {
        long[] shape = images.shape();
        return images.reshape('c', shape[0], shape[1], shape[2] / pixels, shape[3] * pixels);
    }

    /** Kernel, strides, no padding, no dilation, channels last, weights as [filters, channels, height, width]. */
    private long[] settings() {
        return new long[] {
            spec.kernelHeight(),
            spec.kernelWidth() + pixels - 1,
            spec.stride(),
            spec.stride() * pixels,
            0,
            0,
            1,
            1,
            0,
            1,
            1
        };
    }
}
