"""Answers what PyTorch computes: pytorch_oracle.py QUESTIONS ANSWERS, both lists in JSON; an array is its shape and its values."""
import json
import sys

import torch


def conv2d(input, kernel):
    return {"output": torch.nn.functional.conv2d(input, kernel)}


def conv1d(input, weights, bias, stride, output_gradient):
    for array in (input, weights, bias):
        array.requires_grad_()
    output = torch.nn.functional.conv1d(input, weights, bias, stride=int(stride))
    output.backward(output_gradient)
    return {
        "output": output,
        "input_gradient": input.grad,
        "weights_gradient": weights.grad,
        "bias_gradient": bias.grad,
    }


def two_layer_network(inputs, labels, penalty, hidden_weights, hidden_bias, output_weights, output_bias):
    for array in (hidden_weights, hidden_bias, output_weights, output_bias):
        array.requires_grad_()
    scores = torch.relu(inputs @ hidden_weights + hidden_bias) @ output_weights + output_bias
    squares = hidden_weights.square().sum() + output_weights.square().sum()
    loss = torch.nn.functional.cross_entropy(scores, labels.long()) + penalty * squares
    loss.backward()
    return {
        "probabilities": torch.softmax(scores, 1),
        "loss": loss,
        "hidden_weights_gradient": hidden_weights.grad,
        "hidden_bias_gradient": hidden_bias.grad,
        "output_weights_gradient": output_weights.grad,
        "output_bias_gradient": output_bias.grad,
    }


OPERATIONS = {function.__name__: function for function in (conv2d, conv1d, two_layer_network)}


def answer(question):
    arrays = {
        name: torch.tensor(array["values"], dtype=torch.float64).reshape(array["shape"])
        for name, array in question["arrays"].items()
    }
    return {
        name: {"shape": list(array.shape), "values": array.detach().flatten().tolist()}
        for name, array in OPERATIONS[question["operation"]](**arrays).items()
    }


with open(sys.argv[1]) as questions:
    answers = [answer(question) for question in json.load(questions)]
with open(sys.argv[2], "w") as file:
    json.dump(answers, file)
print(torch.__version__)
