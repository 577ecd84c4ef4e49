import numpy as np


class Conv1D:
    def __init__(self, in_channel, out_channel, kernel_size, stride, weight_init_fn, bias_init_fn):
        self.in_channel, self.out_channel = in_channel, out_channel
        self.kernel_size, self.stride = kernel_size, stride
        shape = (out_channel, in_channel, kernel_size)
        self.W = np.random.randn(*shape) if weight_init_fn is None else weight_init_fn(*shape)
        self.b = np.zeros(out_channel) if bias_init_fn is None else bias_init_fn(out_channel)
        self.dW = np.zeros(self.W.shape)
        self.db = np.zeros(self.b.shape)

    def __call__(self, x):
        return self.forward(x)

    def part(self, t):
        return slice(t * self.stride, t * self.stride + self.kernel_size)

    def forward(self, x):
        self.x = x
        width = (x.shape[2] - self.kernel_size) // self.stride + 1
        out = np.zeros((x.shape[0], self.out_channel, width))
        for t in range(width):
            out[:, :, t] = np.einsum("bik,oik->bo", x[:, :, self.part(t)], self.W) + self.b
        return out

    def backward(self, delta):
        dx = np.zeros(self.x.shape)
        for t in range(delta.shape[2]):
            self.dW += np.einsum("bo,bik->oik", delta[:, :, t], self.x[:, :, self.part(t)])
            dx[:, :, self.part(t)] += np.einsum("bo,oik->bik", delta[:, :, t], self.W)
        self.db += delta.sum(axis=(0, 2))
        return dx
