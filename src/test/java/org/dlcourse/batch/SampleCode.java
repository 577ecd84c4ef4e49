package org.dlcourse.batch;

/** Small submissions for ANN-2.1. */
final class SampleCode {
    static final String RIGHT = """
            import numpy as np

            def my_conv2d(input, kernel):
                b, c, h, w = input.shape
                f, _, kh, kw = kernel.shape
                out = np.zeros((b, f, h - kh + 1, w - kw + 1))
                for i in range(kh):
                    for j in range(kw):
                        part = input[:, :, i:i + h - kh + 1, j:j + w - kw + 1]
                        out += np.einsum("bchw,fc->bfhw", part, kernel[:, :, i, j])
                return out
            """;

    static final String FIRST_CHANNEL_ALONE = RIGHT.replace(
            "\"bchw,fc->bfhw\", part, kernel[:, :, i, j]", "\"bhw,f->bfhw\", part[:, 0], kernel[:, 0, i, j]");

    private SampleCode() {}
}
