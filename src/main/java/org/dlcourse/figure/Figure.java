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
 * @param title what it shows
 * @param caption how to read it, and what it was made of: scale, data set, seeds
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param drawing what is drawn
 * @param data tables of all that is drawn
 */
public record Figure(String title, String caption, int width, int height, Drawing drawing, List<DataTable> data) {
    public Figure {
        data = List.copyOf(data);
    }

    /**
     * Passes where figures and formulas can be drawn; on a machine without fonts this project's own are used.
     *
     * @throws IllegalStateException if Java cannot draw text here, with what was found and what to install
     */
    public static void requireFonts() {
        FontSystem.start();
    }

    /** The picture as PNG, two pixels a CSS pixel. */
    public byte[] png() {
        return Canvas.png(width, height, this::draw);
    }

    /**
     * The picture as SVG that fits the width it is given; letters are shapes, so no font is needed to view it.
     *
     * @return nothing where images are drawn: as SVG their pixels would be no sharper, and larger
     */
    public Optional<String> svg() {
        SVGGraphics2D graphics = new SVGGraphics2D(width, height);
        graphics.setRenderingHint(SVGHints.KEY_DRAW_STRING_TYPE, SVGHints.VALUE_DRAW_STRING_TYPE_VECTOR);
        // A fixed prefix: the default one is the time, which would make equal figures differ.
        graphics.setDefsKeyPrefix("figure");
        graphics.setGeomDoubleConverter(Figure::hundredths);
        Canvas.paint(graphics, width, height, this::draw);
        String svg = graphics.getSVGElement(null, false, new ViewBox(0, 0, width, height), null, null)
                .replaceFirst("<svg ", "<svg width=\"100%\" ");
        return svg.contains("<image ") ? Optional.empty() : Optional.of(svg);
    }

    /** Finer than any screen or printer shows, and a third of the digits that a double has. */
    private static String hundredths(double coordinate) {
        double rounded = Math.rint(100 * coordinate) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private void draw(Graphics2D graphics) {
        drawing.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    }
}
