import numpy as np


class Conv1D:
    def __init__(self, in_channel, out_channel, kernel_size, stride):
        self.in_channel = in_channel
        self.out_channel = out_channel
        self.kernel_size = kernel_size
        self.stride = stride
        self.W = np.random.normal(0, 1, (out_channel, in_channel, kernel_size))
        self.b = np.zeros(out_channel)
        self.dW = np.zeros(self.W.shape)
        self.db = np.zeros(self.b.shape)

    def __call__(self, x):
        return self.forward(x)

    def forward(self, x):
        self.batch, _, self.width = x.shape
        # your code
        raise NotImplemented

    def backward(self, delta):
        # your code
        raise NotImplemented
