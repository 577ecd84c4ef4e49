package org.dlcourse.dataset;

/**
 * The mean of images, which is taken off others so that features lie around 0; pixels keep their range of 256.
 *
 * @param values one a channel and pixel, 0 to 255
 */
public record MeanImage(double[] values) {
    /** The mean of these images, value by value. */
    public static MeanImage of(LabelledImages images) {
        long[] sums = new long[images.imageSize()];
        for (int at = 0; at < images.pixels().length; at++) {
            sums[at % sums.length] += images.pixels()[at] & 0xff;
        }
        double[] means = new double[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (double) sums[i] / images.count();
        }
        return new MeanImage(means);
    }

    /** Features of shape [images, channels, height, width]: the images less the mean. */
    public Examples features(LabelledImages images, int classes) {
        if (images.imageSize() != values.length) {
            throw new DataException("A mean image of " + values.length + " values does not fit images of "
                    + images.channels() + "x" + images.height() + "x" + images.width() + ".");
        }
        float[] features = new float[images.pixels().length];
        for (int at = 0; at < features.length; at++) {
            features[at] = (float) ((images.pixels()[at] & 0xff) - values[at % values.length]);
        }
        int[] shape = {images.count(), images.channels(), images.height(), images.width()};
        return Examples.of(features, shape, images.labels(), classes);
    }
}
