"""Objects of PyTorch that a case needs, made in the child that runs it, and what is read of them."""
import numpy as np

from dlcourse import values

COLOURS, PIXELS = 3, 64


def network(layers):
    """Fully connected layers with ReLU between them, from [weights [outputs, inputs], biases] of each."""
    import torch

    modules = []
    for weights, biases in layers:
        linear = torch.nn.Linear(weights.shape[1], weights.shape[0])
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(weights))
            linear.bias.copy_(torch.from_numpy(biases))
        modules += [linear, torch.nn.ReLU()]
    return torch.nn.Sequential(*modules[:-1])


def samples(inputs, labels):
    """A data set whose items are an input and its label."""
    import torch

    return torch.utils.data.TensorDataset(torch.from_numpy(inputs), torch.from_numpy(labels))


def loader(inputs, labels, batch_size):
    """Mini-batches in the samples' order; the last may be smaller."""
    import torch

    return torch.utils.data.DataLoader(samples(inputs, labels), batch_size=batch_size, shuffle=False)


def sgd(model, learning_rate):
    """Plain gradient descent."""
    import torch

    return torch.optim.SGD(model.parameters(), lr=learning_rate)


def cpu():
    """The device."""
    import torch

    return torch.device("cpu")


def module(value):
    """The value, which must be a model."""
    import torch

    if not isinstance(value, torch.nn.Module):
        raise values.BadResult("A %s was given; expected the model, a torch.nn.Module." % values.name_of(value))
    return value


def parameters(model):
    """All weights and biases of a model as one vector, in the order of its layers."""
    return np.concatenate([one.detach().numpy().astype(np.float64).ravel() for one in module(model).parameters()])


def size(model):
    """How many weights a model has, and how many biases, which are what has a single axis."""
    counts = [0, 0]
    for one in module(model).parameters():
        counts[0 if one.dim() > 1 else 1] += one.numel()
    return np.array(counts)


def output_shape(model, count):
    """The shape of a model's output for some colour images, whose channels are last, or first where it does not take those."""
    import torch

    with torch.no_grad():
        try:
            found = module(model)(torch.zeros(count, PIXELS, PIXELS, COLOURS))
        except (RuntimeError, ValueError, IndexError) as error:
            try:
                found = model(torch.zeros(count, COLOURS, PIXELS, PIXELS))
            except (RuntimeError, ValueError, IndexError):
                # The order that the course asks for is what the message is about.
                raise error from None
    return np.array(list(found.shape))


MAKERS = {one.__name__: one for one in (network, samples, loader, sgd, cpu, parameters, size, output_shape)}
