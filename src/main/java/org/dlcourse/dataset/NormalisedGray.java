package org.dlcourse.dataset;

/**
 * Gray images from colour ones: scaled to [0,1], normalised per channel, and THEN made gray.
 *
 * <p>The order matters. Means and standard deviations are CIFAR-10's usual ones; the weights are those of ITU-R BT.601
 * as torchvision rounds them, and since they add up to .9999 and meet normalised values, gray pixels lie around 0, not in
 * [0,1].
 */
public final class NormalisedGray {
    private static final double[] MEAN = {0.4914, 0.4822, 0.4465};
    private static final double[] STANDARD_DEVIATION = {0.247, 0.243, 0.261};
    private static final double[] WEIGHT = {0.2989, 0.587, 0.114};

    private NormalisedGray() {}

    /** Features of shape [images, 1, height, width]. */
    public static Examples of(LabelledImages images, int classes) {
        int plane = images.height() * images.width();
        float[] gray = new float[images.count() * plane];
        for (int image = 0; image < images.count(); image++) {
            for (int pixel = 0; pixel < plane; pixel++) {
                double sum = 0;
                for (int channel = 0; channel < WEIGHT.length; channel++) {
                    int value = images.pixels()[(image * WEIGHT.length + channel) * plane + pixel] & 0xff;
                    sum += WEIGHT[channel] * ((value / 255.0 - MEAN[channel]) / STANDARD_DEVIATION[channel]);
                }
                gray[image * plane + pixel] = (float) sum;
            }
        }
        int[] shape = {images.count(), 1, images.height(), images.width()};
        return Examples.of(gray, shape, images.labels(), classes);
    }
}
