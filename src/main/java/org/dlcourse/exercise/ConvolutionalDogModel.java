package org.dlcourse.exercise;

/** The network of two convolution layers with 16 and 32 filters and an output layer; kernels are of 5 x 5. */
public interface ConvolutionalDogModel extends DogModel {}
