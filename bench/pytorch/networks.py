"""The handouts' networks in PyTorch, by their names in the project."""
from torch import nn


def perceptron(inputs, *layers):
    """Fully connected layers: (units, has a bias) or "relu"."""
    parts = [nn.Flatten()]
    for layer in layers:
        if layer == "relu":
            parts.append(nn.ReLU())
        else:
            units, bias = layer
            parts.append(nn.Linear(inputs, units, bias=bias))
            inputs = units
    return nn.Sequential(*parts)


def convolutional(*layers):
    """On gray images: (kernel, filters), "relu" or "pool", then ten outputs."""
    parts, channels, size = [], 1, 32
    for layer in layers:
        if layer == "relu":
            parts.append(nn.ReLU())
        elif layer == "pool":
            parts.append(nn.MaxPool2d(2))
            size //= 2
        else:
            kernel, filters = layer
            parts.append(nn.Conv2d(channels, filters, kernel))
            channels, size = filters, size - kernel + 1
    return nn.Sequential(*parts, nn.Flatten(), nn.Linear(channels * size * size, 10))


def tutorial():
    return nn.Sequential(
        nn.Conv2d(3, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10))


def mnist():
    return perceptron(784, (128, True), "relu", (64, True), "relu", (10, True))


GRAY = {
    "mlp_1": lambda: perceptron(1024, (32, True), "relu", (10, True)),
    "mlp_2": lambda: perceptron(1024, (32, True), "relu", (64, False), (10, True)),
    "cnn_3": lambda: convolutional((3, 16), "relu", (5, 8), "relu", "pool", (7, 16), "pool"),
    "cnn_4": lambda: convolutional((3, 16), "relu", (3, 8), "relu", (5, 16), "relu", "pool", (5, 16), "relu", "pool"),
    "cnn_5": lambda: convolutional(
        (3, 8), "relu", (3, 16), "relu", (3, 8), "relu", (3, 16), "relu", "pool", (3, 16), "relu", (3, 8), "relu",
        "pool"),
}
