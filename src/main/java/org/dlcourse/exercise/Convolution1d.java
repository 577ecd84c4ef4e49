package org.dlcourse.exercise;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A one-dimensional convolution layer with a stride, without padding: forward and backward.
 *
 * <p>As in every deep-learning library this is cross-correlation: the kernel is not flipped.
 */
public interface Convolution1d {
    /**
     * Slides every filter over every signal.
     *
     * @param input [batch, input channels, width], double
     * @param weights [output channels, input channels, kernel width], double
     * @param bias [output channels], double
     * @param stride between two positions of the kernel, at least 1
     * @return [batch, output channels, floor((width - kernel width) / stride) + 1], double
     * @throws IllegalArgumentException if the ranks or channels do not fit, the kernel is wider than the input or the stride is
     *     below 1
     */
    INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride);

    /**
     * The backward pass: the gradients of the loss with respect to input, weights and bias.
     *
     * @param input as for {@link #forward}
     * @param weights as for {@link #forward}
     * @param stride as for {@link #forward}
     * @param outputGradient of the loss with respect to the output, of the output's shape
     * @return the gradients, summed over batch and positions and not averaged
     * @throws IllegalArgumentException as for {@link #forward}, and if the gradient does not have the output's shape
     */
    Gradients backward(INDArray input, INDArray weights, int stride, INDArray outputGradient);

    /**
     * Gradients of the loss.
     *
     * @param input of the input's shape
     * @param weights of the weights' shape
     * @param bias of the bias's shape
     */
    record Gradients(INDArray input, INDArray weights, INDArray bias) {}
}
