package org.dlcourse.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;
import org.jfree.svg.ViewBox;

/**
 * A drawing with its title, caption and the data that it was drawn from.
 *
 * @param title content of the figure
 * @param caption explanation of the drawing, and the scale, data set and seeds of its data
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param drawing the drawing
 * @param data tables of the data that are drawn
 */
public record Figure(String title, String caption, int width, int height, Drawing drawing, List<DataTable> data) {
    public Figure {
        data = List.copyOf(data);
    }

    /**
     * Checks that figures and formulas can be drawn; on a machine without fonts this project's own font is used.
     *
     * @throws IllegalStateException if Java cannot draw text on this machine; the message names what was found and what to install
     */
    public static void requireFonts() {
        FontSystem.start();
    }

    /** What the figure shows, for who cannot see it: its title, and what is drawn. */
    public String inWords() {
        String words = drawing.inWords();
        return words.isEmpty() ? title : title + ". " + words;
    }

    /** The picture as PNG with two pixels per CSS pixel. */
    public byte[] png() {
        return Canvas.png(width, height, this::draw);
    }

    /**
     * The picture as SVG, scaled to the available width; letters are shapes, so that viewers need no font.
     *
     * @return the SVG, or nothing if the drawing contains images: SVG would enlarge their file and not sharpen them
     */
    public Optional<String> svg() {
        SVGGraphics2D graphics = new SVGGraphics2D(width, height);
        graphics.setRenderingHint(SVGHints.KEY_DRAW_STRING_TYPE, SVGHints.VALUE_DRAW_STRING_TYPE_VECTOR);
        // A fixed prefix: the default is the time, with which equal figures would differ.
        graphics.setDefsKeyPrefix("figure");
        graphics.setGeomDoubleConverter(Figure::hundredths);
        Canvas.paint(graphics, width, height, this::draw);
        String svg = graphics.getSVGElement(null, false, new ViewBox(0, 0, width, height), null, null)
                .replaceFirst("<svg ", "<svg width=\"100%\" ");
        return svg.contains("<image ") ? Optional.empty() : Optional.of(svg);
    }

    /** A coordinate rounded to hundredths, which no screen or printer resolves, to shorten the file. */
    private static String hundredths(double coordinate) {
        double rounded = Math.rint(100 * coordinate) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private void draw(Graphics2D graphics) {
        drawing.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    }
}
