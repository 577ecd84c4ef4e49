package org.dlcourse.dataset;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads colour images from PNG files: red, green and blue of 8 bits, as stored. */
final class RgbPng {
    private static final int CHANNELS = 3;

    private RgbPng() {}

    /**
     * The bytes of an image as [3, height, width].
     *
     * @throws DataException if the file is no whole PNG file, or the image has another size or other colours
     */
    static byte[] read(Path file, int height, int width) {
        BufferedImage image = decoded(file, height, width);
        String colours = colours(image.getColorModel());
        if (!colours.equals("RGB of 8 bits")) {
            throw new DataException("The image " + file.toAbsolutePath() + " is " + colours
                    + "; expected RGB of 8 bits, without alpha or palette.");
        }
        Raster raster = image.getRaster();
        byte[] planes = new byte[CHANNELS * height * width];
        for (int channel = 0; channel < CHANNELS; channel++) {
            int[] plane = raster.getSamples(0, 0, width, height, channel, (int[]) null);
            for (int i = 0; i < plane.length; i++) {
                planes[channel * plane.length + i] = (byte) plane[i];
            }
        }
        return planes;
    }

    private static BufferedImage decoded(Path file, int height, int width) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try {
            byte[] bytes = Files.readAllBytes(file);
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)), true, true);
            if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
                throw new DataException("The image " + file.toAbsolutePath() + " has " + reader.getWidth(0) + "x"
                        + reader.getHeight(0) + " pixels; expected " + width + "x" + height + ".");
            }
            return reader.read(0);
        } catch (IOException e) {
            throw new DataException(
                    "The file " + file.toAbsolutePath() + " is no whole PNG image: " + reason(e)
                            + ". It is cut, damaged or of another format: unpack it again.",
                    e);
        } finally {
            reader.dispose();
        }
    }

    /** The innermost cause says what is wrong; those around it say only that an image was read. */
    private static Throwable reason(Throwable thrown) {
        return thrown.getCause() == null ? thrown : reason(thrown.getCause());
    }

    private static String colours(ColorModel model) {
        String bits = " of " + model.getComponentSize(0) + " bits";
        if (model instanceof IndexColorModel) {
            return "a palette of " + ((IndexColorModel) model).getMapSize() + " colours";
        }
        String kind = model.getNumColorComponents() == CHANNELS ? "RGB" : "gray";
        return kind + bits + (model.hasAlpha() ? " with alpha" : "");
    }
}
