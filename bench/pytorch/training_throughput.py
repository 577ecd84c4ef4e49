"""Images a second in training, as TrainingThroughput.java measures them: one line a network and batch size, tabs between.

The images lie on the device from the start and batches are drawn there. Single precision throughout: TF32, which rounds the factors
of products to ten bits, is off.
"""
import sys
import time

import torch
from torch import nn

IMAGES = 10_000
BATCHES = (50, 1_000)
LEAST_SECONDS = 5.0


def convolutional(*layers):
    """The gray networks: (kernel, filters), "relu" or "pool", then ten outputs."""
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


NETWORKS = {
    "mlp_1": lambda: nn.Sequential(nn.Flatten(), nn.Linear(1024, 32), nn.ReLU(), nn.Linear(32, 10)),
    "mlp_2": lambda: nn.Sequential(
        nn.Flatten(), nn.Linear(1024, 32), nn.ReLU(), nn.Linear(32, 64, bias=False), nn.Linear(64, 10)),
    "cnn_3": lambda: convolutional((3, 16), "relu", (5, 8), "relu", "pool", (7, 16), "pool"),
    "cnn_4": lambda: convolutional((3, 16), "relu", (3, 8), "relu", (5, 16), "relu", "pool", (5, 16), "relu", "pool"),
    "cnn_5": lambda: convolutional(
        (3, 8), "relu", (3, 16), "relu", (3, 8), "relu", (3, 16), "relu", "pool", (3, 16), "relu", (3, 8), "relu",
        "pool"),
    "tutorial": lambda: nn.Sequential(
        nn.Conv2d(3, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10)),
}


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
    channels = 3 if name == "tutorial" else 1
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
