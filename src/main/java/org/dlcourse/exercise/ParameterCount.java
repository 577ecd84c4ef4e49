package org.dlcourse.exercise;

import java.util.List;

/** The number of weights and biases of a classifier, from its sizes alone. */
public interface ParameterCount {
    /**
     * Of a perceptron whose layers all have a bias.
     *
     * @param inputs size of an input
     * @param hidden sizes of the hidden layers, from input to output; may be empty
     * @param outputs size of the output
     */
    long perceptron(int inputs, List<Integer> hidden, int outputs);

    /**
     * Of convolution layers in a row, each filter with a bias; what lies between them (activations, pooling) has no
     * parameters.
     *
     * @param channels of an input
     * @param layers from input to output
     */
    long convolutions(int channels, List<Kernels> layers);

    /**
     * The kernels of one convolution layer.
     *
     * @param height of a kernel
     * @param width of a kernel
     * @param filters how many there are
     */
    record Kernels(int height, int width, int filters) {}
}
