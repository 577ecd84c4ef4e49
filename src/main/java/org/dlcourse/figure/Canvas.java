package org.dlcourse.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Paints all pictures, as pixels or SVG, with the same rendering hints and background. */
final class Canvas {
    private static final int PIXELS_PER_UNIT = 2;

    private Canvas() {}

    /** The picture as PNG with two pixels per CSS pixel. */
    static byte[] png(int width, int height, Consumer<Graphics2D> painting) {
        BufferedImage image =
                new BufferedImage(width * PIXELS_PER_UNIT, height * PIXELS_PER_UNIT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
            paint(graphics, width, height, painting);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Paints on an empty background with the rendering hints. */
    static void paint(Graphics2D graphics, int width, int height, Consumer<Graphics2D> painting) {
        FontSystem.start();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Palette.BACKGROUND);
        graphics.fill(new Rectangle2D.Double(0, 0, width, height));
        painting.accept(graphics);
    }
}
