package org.dlcourse.exercise.reference;

import org.dlcourse.exercise.ConvolutionOutputSize;

/** One place for the kernel at the start, and one more for each whole stride that is left behind it. */
public final class FlooredOutputSize implements ConvolutionOutputSize {
    @Override
    public Size output(Size input, Sliding sliding) {
        return new Size(
                places(
                        "down",
                        input.height(),
                        sliding.kernel().height(),
                        sliding.stride().height(),
                        sliding.padding().height(),
                        sliding.dilation().height()),
                places(
                        "to the right",
                        input.width(),
                        sliding.kernel().width(),
                        sliding.stride().width(),
                        sliding.padding().width(),
                        sliding.dilation().width()));
    }

    private static int places(String direction, int input, int kernel, int stride, int padding, int dilation) {
        if (Math.min(Math.min(input, kernel), Math.min(stride, dilation)) < 1 || padding < 0) {
            throw new IllegalArgumentException("Found input " + input + ", kernel " + kernel + ", stride " + stride
                    + ", padding " + padding + " and dilation " + dilation + " " + direction
                    + "; expected at least 1 of each, and a padding of at least 0.");
        }
        int padded = input + 2 * padding;
        int spanned = dilation * (kernel - 1) + 1;
        if (spanned > padded) {
            throw new IllegalArgumentException("Found a kernel that spans " + spanned + " pixels " + direction
                    + " and a padded input of " + padded + "; expected a kernel that fits. Take a smaller kernel or"
                    + " dilation, or more padding.");
        }
        return (padded - spanned) / stride + 1;
    }
}
