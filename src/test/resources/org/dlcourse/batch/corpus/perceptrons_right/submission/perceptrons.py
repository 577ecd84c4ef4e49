def perceptrons(values):
    n = len(values).bit_length() - 1
    weights, thresholds = [], []
    for row, value in enumerate(values):
        if value:
            bits = [row >> (n - 1 - i) & 1 for i in range(n)]
            weights.append([2 * bit - 1 for bit in bits])
            thresholds.append(sum(bits))
    if not weights:
        return [[0] * n], [0], [0], 1
    return weights, thresholds, [1] * len(weights), 1
