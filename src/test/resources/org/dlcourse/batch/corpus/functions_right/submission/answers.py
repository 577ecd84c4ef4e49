import numpy as np


def momentum_step(weight, velocity, gradient, learning_rate, momentum):
    velocity = momentum * velocity - learning_rate * gradient
    return weight + velocity, velocity


def gradient_from_weights(before, after, learning_rate):
    return (before - after) / learning_rate


def perceptron_parameters(inputs, hidden, outputs):
    sizes = [inputs] + list(hidden) + [outputs]
    return sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))


def convolution_parameters(channels, layers):
    total = 0
    for height, width, filters in layers:
        total += (height * width * channels + 1) * filters
        channels = filters
    return total


def output_size(input, kernel, stride, padding, dilation):
    return tuple((i + 2 * p - d * (k - 1) - 1) // s + 1 for i, k, s, p, d in zip(input, kernel, stride, padding, dilation))
