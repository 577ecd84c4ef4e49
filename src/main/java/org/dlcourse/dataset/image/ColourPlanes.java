package org.dlcourse.dataset.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import org.dlcourse.dataset.DataException;

/**
 * An image as planes of red, green and blue of 8 bits, as long as nothing is lost.
 *
 * <p>A gray value becomes three equal ones; a palette's index becomes its colour; a value of 16 bits must be one of 8 bits times
 * 257, as which 8 bits are saved in 16; alpha must be opaque. Values are taken as stored: gamma and colour profiles are ignored.
 *
 * @param image as decoded
 * @param name of the image in errors, such as {@code The image /data/1.png}
 */
record ColourPlanes(BufferedImage image, String name) {
    private static final int CHANNELS = 3;
    private static final int LARGEST = 255;

    /**
     * The values as [3, height, width].
     *
     * @throws DataException if a pixel is transparent, or a value of 16 bits is none of 8
     */
    byte[] bytes() {
        ColorModel model = image.getColorModel();
        int[] values = image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
        int plane = image.getWidth() * image.getHeight();
        int bands = values.length / plane;
        int[] pixel = new int[bands];
        byte[] planes = new byte[CHANNELS * plane];
        for (int i = 0; i < plane; i++) {
            System.arraycopy(values, i * bands, pixel, 0, bands);
            int rgb = model instanceof IndexColorModel palette
                    ? ofPalette(palette.getRGB(pixel[0]), i)
                    : rgb(model, pixel, i);
            for (int channel = 0; channel < CHANNELS; channel++) {
                planes[channel * plane + i] = (byte) (rgb >> 8 * (CHANNELS - 1 - channel));
            }
        }
        return planes;
    }

    /** The colour as 0xRRGGBB. */
    private int rgb(ColorModel model, int[] pixel, int index) {
        int largest = (1 << model.getComponentSize(0)) - 1;
        if (model.hasAlpha()) {
            checkOpaque(pixel[pixel.length - 1], largest, index);
        }
        int rgb = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            int value = pixel[model.getNumColorComponents() == CHANNELS ? channel : 0];
            int step = largest / LARGEST;
            if (value % step != 0) {
                throw lossy(
                        index,
                        "the value " + value + " of 16 bits",
                        "a multiple of " + step + ", which 8 bits hold too");
            }
            rgb = rgb << 8 | value / step;
        }
        return rgb;
    }

    private int ofPalette(int argb, int index) {
        checkOpaque(argb >>> 24, LARGEST, index);
        return argb;
    }

    private void checkOpaque(int alpha, int opaque, int index) {
        if (alpha != opaque) {
            throw lossy(index, "alpha " + alpha + " of " + opaque + " and is transparent", "opaque pixels");
        }
    }

    private DataException lossy(int index, String found, String expected) {
        return new DataException(name + " cannot become RGB of 8 bits without loss: its pixel in row "
                + index / image.getWidth() + " and column " + index % image.getWidth() + " has " + found + "; expected "
                + expected + ". Save it as RGB of 8 bits.");
    }
}
