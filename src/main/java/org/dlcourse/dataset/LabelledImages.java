package org.dlcourse.dataset;

import org.dlcourse.util.Sha256;

/**
 * Images as unsigned bytes with the number of each one's class.
 *
 * @param pixels [images, channels, height, width], row by row
 * @param labels [images], each from 0
 * @param channels 1 for gray, 3 for red, green, blue
 * @param height pixels
 * @param width pixels
 */
public record LabelledImages(byte[] pixels, int[] labels, int channels, int height, int width) {
    public LabelledImages {
        long expected = (long) labels.length * channels * height * width;
        if (pixels.length != expected) {
            throw new DataException(labels.length + " images of " + channels + "x" + height + "x" + width + " need "
                    + expected + " bytes, found " + pixels.length + ".");
        }
    }

    /** The number of images. */
    public int count() {
        return labels.length;
    }

    /** Bytes of one image. */
    public int imageSize() {
        return channels * height * width;
    }

    /** The value of one pixel, 0 to 255. */
    public int pixel(int image, int channel, int y, int x) {
        return pixels[((image * channels + channel) * height + y) * width + x] & 0xff;
    }

    /** The images at these indices, in this order. */
    public LabelledImages select(int[] indices) {
        byte[] selected = new byte[indices.length * imageSize()];
        int[] selectedLabels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(pixels, indices[i] * imageSize(), selected, i * imageSize(), imageSize());
            selectedLabels[i] = labels[indices[i]];
        }
        return new LabelledImages(selected, selectedLabels, channels, height, width);
    }

    /** The digest of shape, pixels and labels. */
    public String sha256() {
        return new Sha256()
                .add(new int[] {count(), channels, height, width})
                .add(pixels)
                .add(labels)
                .hex();
    }
}
