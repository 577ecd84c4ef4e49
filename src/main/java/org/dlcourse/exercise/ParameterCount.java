package org.dlcourse.exercise;

import java.util.List;

/** The number of weights and biases of a classifier, from its sizes alone. */
public interface ParameterCount {
    /**
     * The number for a perceptron whose layers all have biases.
     *
     * @param inputs size of an input
     * @param hidden sizes of the hidden layers, from input to output; may be empty
     * @param outputs size of the output
     * @return weights and biases of all layers
     */
    long perceptron(int inputs, List<Integer> hidden, int outputs);

    /**
     * The number for convolution layers in sequence, each filter with a bias; the layers between them (activations,
     * pooling) have no parameters.
     *
     * @param channels number of channels of an input
     * @param layers from input to output
     * @return weights and biases of all layers
     */
    long convolutions(int channels, List<Kernels> layers);

    /**
     * The kernels of one convolution layer.
     *
     * @param height of a kernel
     * @param width of a kernel
     * @param filters number of filters
     */
    record Kernels(int height, int width, int filters) {}
}
