package org.dlcourse.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;
import org.jfree.svg.ViewBox;

/**
 * A drawing with its title, caption and the data that it was drawn from.
 *
 * @param title what it shows
 * @param caption how to read it, and what it was made of: scale, data set, seeds
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param drawing what is drawn
 * @param data tables of all that is drawn
 */
public record Figure(String title, String caption, int width, int height, Drawing drawing, List<DataTable> data) {
    private static final int PIXELS_PER_UNIT = 2;

    public Figure {
        data = List.copyOf(data);
    }

    /** The picture as PNG, two pixels a CSS pixel. */
    public byte[] png() {
        BufferedImage image =
                new BufferedImage(width * PIXELS_PER_UNIT, height * PIXELS_PER_UNIT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
            paint(graphics);
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

    /** The picture as SVG that fits the width it is given; letters are shapes, so no font is needed to view it. */
    public String svg() {
        SVGGraphics2D graphics = new SVGGraphics2D(width, height);
        graphics.setRenderingHint(SVGHints.KEY_DRAW_STRING_TYPE, SVGHints.VALUE_DRAW_STRING_TYPE_VECTOR);
        // A fixed prefix: the default one is the time, which would make equal figures differ.
        graphics.setDefsKeyPrefix("figure");
        paint(graphics);
        return graphics.getSVGElement(null, false, new ViewBox(0, 0, width, height), null, null)
                .replaceFirst("<svg ", "<svg width=\"100%\" ");
    }

    private void paint(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Palette.BACKGROUND);
        graphics.fill(new Rectangle2D.Double(0, 0, width, height));
        drawing.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    }
}
