"""The same training as TrainingWorkload.java with PyTorch: one line a workload, its name and the milliseconds of a step."""
import os
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

EVALUATED = 5_000
# Of 10 to 1,000 images at a time, channels first and last, the fastest on the machine in docs/performance.md.
IMAGES_AT_A_TIME = 25
VECTORS_AT_A_TIME = 5_000
CHANNELS_LAST = os.environ.get("CHANNELS_LAST", "1") == "1"


def conv_net(*layers):
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
    return nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 10))


def adam(net):
    return torch.optim.Adam(net.parameters())


def momentum(net):
    return torch.optim.SGD(net.parameters(), lr=1e-3, momentum=0.9)


# name: network, shape of an example, optimiser, batch size, steps, whether every tenth step is evaluated
WORKLOADS = {
    "ANN-3.1 mlp_1": (
        lambda: nn.Sequential(nn.Flatten(), nn.Linear(1024, 32), nn.ReLU(), nn.Linear(32, 10)),
        (1, 32, 32), adam, 50, 1_000, True),
    "ANN-3.1 mlp_2": (
        lambda: nn.Sequential(
            nn.Flatten(), nn.Linear(1024, 32), nn.ReLU(), nn.Linear(32, 64, bias=False), nn.Linear(64, 10)),
        (1, 32, 32), adam, 50, 1_000, True),
    "ANN-3.1 cnn_3": (
        lambda: conv_net((3, 16), "relu", (5, 8), "relu", "pool", (7, 16), "pool"),
        (1, 32, 32), adam, 50, 100, True),
    "ANN-3.1 cnn_4": (
        lambda: conv_net((3, 16), "relu", (3, 8), "relu", (5, 16), "relu", "pool", (5, 16), "relu", "pool"),
        (1, 32, 32), adam, 50, 100, True),
    "ANN-3.1 cnn_5": (
        lambda: conv_net(
            (3, 8), "relu", (3, 16), "relu", (3, 8), "relu", (3, 16), "relu", "pool", (3, 16), "relu", (3, 8), "relu",
            "pool"),
        (1, 32, 32), adam, 50, 100, True),
    "tutorial batch 4": (tutorial, (3, 32, 32), momentum, 4, 2_000, False),
    "tutorial batch 1000": (tutorial, (3, 32, 32), momentum, 1_000, 12, False),
    "MNIST batch 10": (
        mnist, (1, 28, 28), lambda net: torch.optim.SGD(net.parameters(), lr=0.01), 10, 4_000, False),
}


def accuracy(net, features, labels, at_a_time):
    with torch.inference_mode():
        right = 0
        for start in range(0, len(labels), at_a_time):
            part = slice(start, start + at_a_time)
            right += (net(features[part]).argmax(1) == labels[part]).sum().item()
        return right / len(labels)


def train(net, optimiser, data, batch_size, steps, evaluated):
    features, labels, validation_features, validation_labels = data
    at_a_time = IMAGES_AT_A_TIME if isinstance(net[0], nn.Conv2d) else VECTORS_AT_A_TIME
    start = time.perf_counter()
    step = 0
    while step < steps:
        order = torch.randperm(len(labels))
        for first in range(0, len(labels), batch_size):
            places = order[first:first + batch_size]
            x, y = features[places], labels[places]
            step += 1
            record = evaluated and step % 10 == 0
            if record:
                accuracy(net, x, y, batch_size)
            optimiser.zero_grad(set_to_none=True)
            loss = F.cross_entropy(net(x), y)
            loss.backward()
            optimiser.step()
            loss.item()
            if record:
                accuracy(net, validation_features, validation_labels, at_a_time)
            if step == steps:
                break
    return time.perf_counter() - start


def train_once():
    net = tutorial()
    train(net, momentum(net), (torch.randn(4, 3, 32, 32), torch.zeros(4, dtype=torch.long), None, None), 4, 1, False)


def main(names):
    torch.set_num_threads(1)
    if names == ["start-up"]:
        train_once()
        return
    for name in names or WORKLOADS:
        make, shape, optimiser, batch_size, steps, evaluated = WORKLOADS[name]
        torch.manual_seed(1)
        data = (
            torch.randn(2_000, *shape), torch.randint(10, (2_000,)),
            torch.randn(EVALUATED, *shape), torch.randint(10, (EVALUATED,)))
        net = make()
        if CHANNELS_LAST and isinstance(net[0], nn.Conv2d):
            net = net.to(memory_format=torch.channels_last)
            data = tuple(
                part.to(memory_format=torch.channels_last) if part.dim() == 4 else part for part in data)
        method = optimiser(net)
        shorter = min(train(net, method, data, batch_size, steps // 2, evaluated) for _ in range(2))
        longer = train(net, method, data, batch_size, steps // 2 + steps, evaluated)
        print(f"{name}\t{1e3 * (longer - shorter) / steps:.4f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
