package org.dlcourse.exercise.reference;

import org.dlcourse.exercise.ConvolutionOutputSize;

/** One position of the kernel at the start, and one more for each whole stride that is left after it. */
public final class FlooredOutputSize implements ConvolutionOutputSize {
    @Override
    public Size output(Size input, Geometry geometry) {
        return new Size(
                positions(
                        "down",
                        input.height(),
                        geometry.kernel().height(),
                        geometry.stride().height(),
                        geometry.padding().height(),
                        geometry.dilation().height()),
                positions(
                        "to the right",
                        input.width(),
                        geometry.kernel().width(),
                        geometry.stride().width(),
                        geometry.padding().width(),
                        geometry.dilation().width()));
    }

    private static int positions(String direction, int input, int kernel, int stride, int padding, int dilation) {
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
