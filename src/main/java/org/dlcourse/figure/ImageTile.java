package org.dlcourse.figure;

import java.awt.image.BufferedImage;

/** Makes small images of numbers, one pixel per number. */
public final class ImageTile {
    private ImageTile() {}

    /** An image of [height, width] numbers in C order. */
    public static BufferedImage of(double[] values, int height, int width, ColourScale scale) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < height * width; i++) {
            image.setRGB(i % width, i / width, scale.colour(values[i]).getRGB());
        }
        return image;
    }

    /** A colour image of the three planes red, green and blue, [3, height, width] unsigned bytes from an offset. */
    public static BufferedImage ofRgb(byte[] planes, int offset, int height, int width) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int plane = height * width;
        for (int i = 0; i < plane; i++) {
            int red = planes[offset + i] & 0xff;
            int green = planes[offset + plane + i] & 0xff;
            int blue = planes[offset + 2 * plane + i] & 0xff;
            image.setRGB(i % width, i / width, red << 16 | green << 8 | blue);
        }
        return image;
    }
}
