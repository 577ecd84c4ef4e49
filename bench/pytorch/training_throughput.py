"""Images a second in training, as TrainingThroughput.java measures them: one line a network and batch size, tabs between.

The images lie on the device from the start and batches are drawn there. Single precision throughout: TF32, which rounds the factors
of products to ten bits, is off.
"""
import sys
import time

import networks
import torch
from torch import nn

IMAGES = 10_000
BATCHES = (50, 1_000)
LEAST_SECONDS = 5.0


NETWORKS = {**networks.GRAY, "tutorial network": networks.tutorial}


def wait(device):
    """A GPU works on after a call has returned."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def steps_done(step, features, labels, batch, steps):
    """Trains for so many steps, each epoch in an order of its own."""
    done = 0
    while done < steps:
        order = torch.randperm(len(labels), device=labels.device)
        for first in range(0, len(labels), batch):
            places = order[first:first + batch]
            step(features[places], labels[places])
            done += 1
            if done == steps:
                return


def rate(name, batch, device):
    torch.manual_seed(1)
    channels = 3 if name == "tutorial network" else 1
    features = torch.randn(IMAGES, channels, 32, 32, device=device)
    labels = torch.randint(10, (IMAGES,), device=device)
    network = NETWORKS[name]().to(device)
    optimiser = torch.optim.Adam(network.parameters())
    loss = nn.CrossEntropyLoss()

    def step(images, classes):
        optimiser.zero_grad(set_to_none=True)
        value = loss(network(images), classes)
        value.backward()
        optimiser.step()
        # The trainer in Java reads every step's loss too.
        value.item()

    steps_done(step, features, labels, batch, 10)
    steps = 20
    while True:
        wait(device)
        start = time.perf_counter()
        steps_done(step, features, labels, batch, steps)
        wait(device)
        seconds = time.perf_counter() - start
        if seconds >= LEAST_SECONDS:
            return steps * batch / seconds
        steps *= 2


def main(kind):
    device = torch.device(kind)
    torch.set_num_threads(1)
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.allow_tf32 = False
    what = torch.cuda.get_device_name(device) if kind == "cuda" else "the CPU, one thread"
    print(f"PyTorch {torch.__version__} on {what}", file=sys.stderr)
    for name in NETWORKS:
        for batch in BATCHES:
            print(f"{name}\t{batch}\t{rate(name, batch, device):.0f}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in ("cuda", "cpu"):
        sys.exit("Usage: training_throughput.py cuda|cpu")
    if sys.argv[1] == "cuda" and not torch.cuda.is_available():
        sys.exit("PyTorch finds no GPU. Expected a build of PyTorch for CUDA and a GPU that it serves; or name cpu.")
    main(sys.argv[1])
