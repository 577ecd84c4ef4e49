"""Curves of made-up trainings, as students' programs save them; the programs of the result files in this folder use it."""
import json
import os
import sys

NETWORKS = ("mlp_1", "mlp_2", "cnn_3", "cnn_4", "cnn_5")
ACCURACIES = dict(zip(NETWORKS, (.40, .41, .59, .63, .60)))
SHAPES = {"mlp_1": (32, 1024), "mlp_2": (32, 1024), "cnn_3": (16, 9), "cnn_4": (16, 9), "cnn_5": (8, 9)}
FOLDER = sys.argv[1]


def line(start, end, points=1350):
    """A curve in a straight line."""
    return [start + (end - start) * i / points for i in range(points)]


def part3(name, points=1350):
    """An architecture's training."""
    accuracy = ACCURACIES[name]
    units, inputs = SHAPES[name]
    return {"name": name, "loss_curve": line(2.3, 1, points), "train_acc_curve": line(.1, accuracy + .1, points),
            "val_acc_curve": line(.1, accuracy, points), "test_acc": accuracy, "weights": [[.5] * inputs] * units}


def part4(name):
    """Two activation functions of an architecture; the sigmoid's gradient shrinks with depth."""
    deep = NETWORKS.index(name)
    gradient = (.1, .1, .01, 1e-4, 1e-6)[deep]
    sigmoid = line(2.3025851, 2.3025851) if deep > 2 else line(2.3, 1.9)
    return {"name": name, "relu_loss_curve": line(2.3, 1), "sigmoid_loss_curve": sigmoid, "relu_grad_curve": line(1, 1),
            "sigmoid_grad_curve": line(gradient, gradient)}


def part5(name):
    """Three learning rates of an architecture."""
    ends = {"1": (.9, .6), "01": (.8, .62), "001": (1.9, .35)}
    curves = {"name": name}
    for rate, (loss, accuracy) in ends.items():
        curves["loss_curve_" + rate] = line(2.3, loss, 1800)
        curves["val_acc_curve_" + rate] = line(.1, accuracy, 1800)
    return curves


def save(name, content):
    """As JSON."""
    with open(os.path.join(FOLDER, name), "w") as file:
        json.dump(content, file)
