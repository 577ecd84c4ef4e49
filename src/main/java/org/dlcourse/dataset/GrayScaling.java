package org.dlcourse.dataset;

/** How colour images become gray features. The weights of the channels are those of ITU-R BT.601 as torchvision rounds them. */
public enum GrayScaling {
    /**
     * Scaled to [0,1], normalised per channel with CIFAR-10's usual means and standard deviations, and THEN made gray.
     *
     * <p>The order matters: since the weights add up to .9999 and meet normalised values, gray pixels lie around 0, not in
     * [0,1].
     */
    NORMALISED("normalised") {
        @Override
        double scaled(int value, int channel) {
            return (value / 255.0 - MEAN[channel]) / STANDARD_DEVIATION[channel];
        }
    },
    /** Gray from 0 to 1. */
    ZERO_TO_ONE("[0,1]") {
        @Override
        double scaled(int value, int channel) {
            return value / 255.0;
        }
    },
    /** Gray from 0 to 255: not scaled at all. */
    ZERO_TO_255("[0,255]") {
        @Override
        double scaled(int value, int channel) {
            return value;
        }
    };

    private static final double[] MEAN = {0.4914, 0.4822, 0.4465};
    private static final double[] STANDARD_DEVIATION = {0.247, 0.243, 0.261};
    private static final double[] WEIGHT = {0.2989, 0.587, 0.114};

    private final String notation;

    GrayScaling(String notation) {
        this.notation = notation;
    }

    /** The range of pixels, or that they are normalised. */
    public String notation() {
        return notation;
    }

    /** Features of shape [images, 1, height, width]. */
    public Examples features(LabelledImages images, int classes) {
        int plane = images.height() * images.width();
        float[] gray = new float[images.count() * plane];
        for (int image = 0; image < images.count(); image++) {
            for (int pixel = 0; pixel < plane; pixel++) {
                double sum = 0;
                for (int channel = 0; channel < WEIGHT.length; channel++) {
                    int value = images.pixels()[(image * WEIGHT.length + channel) * plane + pixel] & 0xff;
                    sum += WEIGHT[channel] * scaled(value, channel);
                }
                gray[image * plane + pixel] = (float) sum;
            }
        }
        int[] shape = {images.count(), 1, images.height(), images.width()};
        return Examples.of(gray, shape, images.labels(), classes);
    }

    /** A channel's byte as it enters the sum. */
    abstract double scaled(int value, int channel);
}
