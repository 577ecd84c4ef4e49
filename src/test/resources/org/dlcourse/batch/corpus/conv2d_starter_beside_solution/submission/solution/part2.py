import numpy as np
from windows import windows_of

AXES = "bchwij,fcij->bfhw"


def my_conv2d(input, kernel):
    return np.einsum(AXES, windows_of(input, kernel.shape[2:]), kernel)


if __name__ == "__main__":
    my_conv2d(np.load("samples_1.npy"), np.load("kernel.npy"))
