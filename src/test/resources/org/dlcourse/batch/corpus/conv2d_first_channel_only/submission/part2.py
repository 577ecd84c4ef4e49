import numpy as np

def my_conv2d(input, kernel):
    [N, in_c, h, w] = np.shape(input)
    [out_c, _, kh, kw] = np.shape(kernel)
    output = np.zeros((N, out_c, h - kh + 1, w - kw + 1))
    for n in range(N):
        for o in range(out_c):
            for y in range(h - kh + 1):
                for x in range(w - kw + 1):
                    output[n, o, y, x] = np.sum(input[n, 0, y:y+kh, x:x+kw] * kernel[o, 0])
    return output
