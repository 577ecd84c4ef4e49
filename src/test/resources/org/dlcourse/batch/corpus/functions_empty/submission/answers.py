def momentum_step(weight, velocity, gradient, learning_rate, momentum):
    """The next weight and the next velocity."""


def gradient_from_weights(before, after, learning_rate):
    ...


def perceptron_parameters(inputs, hidden, outputs):
    raise NotImplementedError("to be done")
