package org.dlcourse.exercise;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The forward pass of a two-dimensional convolution layer without padding, with stride 1 and without bias.
 *
 * <p>As in every deep-learning library this is cross-correlation: the kernel is not flipped.
 */
public interface Convolution2d {
    /**
     * Slides every filter over every image.
     *
     * @param input [batch, channels, height, width], any numeric type
     * @param kernel [filters, channels, kernel height, kernel width], any numeric type
     * @return [batch, filters, height - kernel height + 1, width - kernel width + 1], double
     * @throws IllegalArgumentException if the ranks are not 4, the channels differ or the kernel is larger than the image
     */
    INDArray forward(INDArray input, INDArray kernel);
}
