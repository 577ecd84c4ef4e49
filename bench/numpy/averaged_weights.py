#!/usr/bin/env python3
"""Why a single layer stays below its band at the tutorial's learning rate: its last weights against the mean of an epoch's weights.

Softmax regression on CIFAR-10's pixels from -1 to 1, by mini-batches of 4 with momentum .9, as CIFAR-2 asks for. If the learning
rate were too large to descend, the mean of the weights over an epoch would be no better than the last ones; if the weights scatter
around a good place, it is.

bench/numpy/averaged_weights.py FOLDER [SEEDS [EPOCHS]]: the folder of CIFAR-10's binary version; by default 3 seeds and 6 epochs,
some minutes. Prints Markdown.
"""
import pathlib
import sys

import numpy

CLASSES, PIXELS = 10, 3072
BATCH, MOMENTUM = 4, 0.9


def images(file):
    rows = numpy.frombuffer(file.read_bytes(), dtype=numpy.uint8).reshape(-1, 1 + PIXELS)
    return rows[:, 1:].astype(numpy.float32) / 127.5 - 1, rows[:, 0]


def accuracy(weights, bias, pixels, labels):
    return float(((pixels @ weights.T + bias).argmax(1) == labels).mean())


def epoch(pixels, labels, learning_rate, state, random):
    """Trains for an epoch, and returns the mean of the weights and of the bias over its steps."""
    weights, bias, velocity, bias_velocity = state
    mean, bias_mean = numpy.zeros_like(weights), numpy.zeros_like(bias)
    order = random.permutation(len(pixels))
    steps = len(order) // BATCH
    for step in range(steps):
        batch = order[step * BATCH:(step + 1) * BATCH]
        logits = pixels[batch] @ weights.T + bias
        error = numpy.exp(logits - logits.max(1, keepdims=True))
        error /= error.sum(1, keepdims=True)
        error[numpy.arange(BATCH), labels[batch]] -= 1
        error /= BATCH
        velocity *= MOMENTUM
        velocity += error.T @ pixels[batch]
        bias_velocity *= MOMENTUM
        bias_velocity += error.sum(0)
        weights -= learning_rate * velocity
        bias -= learning_rate * bias_velocity
        mean += weights
        bias_mean += bias
    return mean / steps, bias_mean / steps


def train(training, test, learning_rate, seed, epochs):
    """The test accuracy of the last weights and of the last epoch's mean."""
    random = numpy.random.default_rng(seed)
    state = [numpy.zeros(shape, numpy.float32) for shape in ((CLASSES, PIXELS), CLASSES, (CLASSES, PIXELS), CLASSES)]
    for _ in range(epochs):
        mean, bias_mean = epoch(*training, learning_rate, state, random)
    return accuracy(state[0], state[1], *test), accuracy(mean, bias_mean, *test)


def main(folder, seeds=3, epochs=6):
    parts = [images(folder / f"data_batch_{number}.bin") for number in range(1, 6)]
    training = tuple(numpy.concatenate(arrays) for arrays in zip(*parts))
    test = images(folder / "test_batch.bin")
    print(f"Mean square of an image's norm: {(training[0] ** 2).sum(1).mean():.0f}; {epochs} epochs\n")
    print("| learning rate | seed | test accuracy, last weights | mean of the last epoch's weights |")
    print("|---|---:|---:|---:|")
    for learning_rate in (0.001, 0.0001):
        for seed in range(1, seeds + 1):
            last, mean = train(training, test, learning_rate, seed, epochs)
            print(f"| {learning_rate} | {seed} | {last:.3f} | {mean:.3f} |", flush=True)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), *map(int, sys.argv[2:]))
