import numpy as np


class Conv1d_stride1():
    def __init__(self, in_channels, out_channels, kernel_size, weight_init_fn=None, bias_init_fn=None):
        self.k = kernel_size
        shape = (out_channels, in_channels, kernel_size)
        self.W = np.random.normal(0, 1, shape) if weight_init_fn is None else weight_init_fn(*shape)
        self.b = np.zeros(out_channels) if bias_init_fn is None else bias_init_fn(out_channels)
        self.dLdW = np.zeros(shape)
        self.dLdb = np.zeros(out_channels)

    def forward(self, A):
        self.A = A
        windows = np.lib.stride_tricks.sliding_window_view(A, self.k, axis=2)
        return np.einsum("bitk,oik->bot", windows, self.W) + self.b[:, None]

    def backward(self, dLdZ):
        windows = np.lib.stride_tricks.sliding_window_view(self.A, self.k, axis=2)
        self.dLdW = np.einsum("bot,bitk->oik", dLdZ, windows)
        self.dLdb = dLdZ.sum((0, 2))
        padded = np.pad(dLdZ, ((0, 0), (0, 0), (self.k - 1, self.k - 1)))
        around = np.lib.stride_tricks.sliding_window_view(padded, self.k, axis=2)
        return np.einsum("botk,oik->bit", around, self.W[:, :, ::-1])


class Downsample1d():
    def __init__(self, factor):
        self.factor = factor

    def forward(self, A):
        self.width = A.shape[2]
        return A[:, :, ::self.factor]

    def backward(self, dLdZ):
        dLdA = np.zeros((dLdZ.shape[0], dLdZ.shape[1], self.width))
        dLdA[:, :, ::self.factor] = dLdZ
        return dLdA


class Conv1d():
    def __init__(self, in_channels, out_channels, kernel_size, stride, weight_init_fn=None, bias_init_fn=None):
        self.conv1d_stride1 = Conv1d_stride1(in_channels, out_channels, kernel_size, weight_init_fn, bias_init_fn)
        self.downsample1d = Downsample1d(stride)

    def forward(self, A):
        return self.downsample1d.forward(self.conv1d_stride1.forward(A))

    def backward(self, dLdZ):
        return self.conv1d_stride1.backward(self.downsample1d.backward(dLdZ))
