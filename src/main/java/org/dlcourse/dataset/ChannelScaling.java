package org.dlcourse.dataset;

import java.util.Arrays;

/**
 * How the bytes of each channel become features: less a mean, divided by a deviation.
 *
 * @param mean of each channel, in byte values
 * @param deviation of each channel, in byte values
 */
public record ChannelScaling(double[] mean, double[] deviation) {
    private static final double WHITE = 255;

    /** From 0 to 1. */
    public static ChannelScaling zeroToOne(int channels) {
        double[] deviation = new double[channels];
        Arrays.fill(deviation, WHITE);
        return new ChannelScaling(new double[channels], deviation);
    }

    /** From -1 to 1. */
    public static ChannelScaling minusOneToOne(int channels) {
        double[] half = new double[channels];
        Arrays.fill(half, WHITE / 2);
        return new ChannelScaling(half, half);
    }

    /**
     * Mean 0 and standard deviation 1 of each channel over these images.
     *
     * @throws DataException if a channel has the same value everywhere
     */
    public static ChannelScaling standardising(LabelledImages images) {
        double[] mean = new double[images.channels()];
        double[] deviation = new double[images.channels()];
        int plane = images.height() * images.width();
        double count = (double) images.count() * plane;
        for (int channel = 0; channel < images.channels(); channel++) {
            double sum = 0;
            double squares = 0;
            for (int image = 0; image < images.count(); image++) {
                int offset = (image * images.channels() + channel) * plane;
                for (int pixel = 0; pixel < plane; pixel++) {
                    int value = images.pixels()[offset + pixel] & 0xff;
                    sum += value;
                    squares += value * value;
                }
            }
            mean[channel] = sum / count;
            double variance = squares / count - mean[channel] * mean[channel];
            if (!(variance > 0)) {
                throw new DataException("Channel " + channel + " of " + images.count() + " images has the value "
                        + mean[channel] + " everywhere; it cannot be scaled to a standard deviation of 1.");
            }
            deviation[channel] = Math.sqrt(variance);
        }
        return new ChannelScaling(mean, deviation);
    }

    /** Mean 0 of each channel over these images; the range of 256 is kept. */
    public static ChannelScaling centring(LabelledImages images) {
        double[] ones = new double[images.channels()];
        Arrays.fill(ones, 1);
        return new ChannelScaling(standardising(images).mean(), ones);
    }

    /** Features of shape [images, channels, height, width]. */
    public Examples features(LabelledImages images, int classes) {
        if (images.channels() != mean.length) {
            throw new DataException("A scaling of " + mean.length + " channels does not fit images of "
                    + images.channels() + "x" + images.height() + "x" + images.width() + ".");
        }
        int plane = images.height() * images.width();
        float[] features = new float[images.pixels().length];
        for (int at = 0; at < features.length; at++) {
            int channel = at / plane % mean.length;
            features[at] = (float) (((images.pixels()[at] & 0xff) - mean[channel]) / deviation[channel]);
        }
        int[] shape = {images.count(), images.channels(), images.height(), images.width()};
        return Examples.of(features, shape, images.labels(), classes);
    }
}
