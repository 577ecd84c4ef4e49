"""The same training as TrainingWorkload.java with PyTorch: one line a workload, its name and the milliseconds of a step."""
import os
import sys
import time

import networks
import torch
from torch import nn
from torch.nn import functional as F

EVALUATED = 5_000
# Of 10 to 1,000 images at a time, channels first and last, the fastest on the machine in docs/performance.md.
IMAGES_AT_A_TIME = 25
VECTORS_AT_A_TIME = 5_000
CHANNELS_LAST = os.environ.get("CHANNELS_LAST", "1") == "1"


def adam(net):
    return torch.optim.Adam(net.parameters())


def momentum(net):
    return torch.optim.SGD(net.parameters(), lr=1e-3, momentum=0.9)


# name: network, shape of an example, optimiser, batch size, steps, whether every tenth step is evaluated
WORKLOADS = {
    **{f"ANN-3.1 {name}": (make, (1, 32, 32), adam, 50, 200 if name.startswith("cnn") else 4_000, True)
       for name, make in networks.GRAY.items()},
    "tutorial batch 4": (networks.tutorial, (3, 32, 32), momentum, 4, 8_000, False),
    "tutorial batch 1000": (networks.tutorial, (3, 32, 32), momentum, 1_000, 24, False),
    "MNIST batch 10": (
        networks.mnist, (1, 28, 28), lambda net: torch.optim.SGD(net.parameters(), lr=0.01), 10, 16_000, False),
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
    net = networks.tutorial()
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
        # As on our side.
        train(net, method, data, batch_size, 3 * steps, evaluated)
        shorter = train(net, method, data, batch_size, steps // 2, evaluated)
        longer = train(net, method, data, batch_size, steps // 2 + steps, evaluated)
        print(f"{name}\t{1e3 * (longer - shorter) / steps:.4f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
