def my_conv2d(input_data, kernels):
    n, c, h, w = input_data.shape
    f, _, a, b = kernels.shape
    print("input", input_data.shape, "kernels", kernels.shape)
    result = []
    for image in input_data:
        maps = []
        for one in kernels:
            maps.append([[float((image[:, y:y + a, x:x + b] * one).sum()) for x in range(w - b + 1)] for y in range(h - a + 1)])
        result.append(maps)
    return result
