package org.dlcourse.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * A legend of colours and line styles in one centred line.
 *
 * @param entries from left to right
 */
public record Legend(List<Entry> entries) implements Drawing {
    private static final double SAMPLE = 22;
    private static final double GAP = 6;
    private static final double SPACE = 20;

    /**
     * A sample of a style with its name.
     *
     * @param text name of the series
     * @param colour of the sample
     * @param style of the sample
     * @param ofCells whether it is of a grid's cells, which are square whatever their colour
     */
    public record Entry(String text, Color colour, Series.Style style, boolean ofCells) {
        /** A sample of a line or of points. */
        public Entry(String text, Color colour, Series.Style style) {
            this(text, colour, style, false);
        }

        /** A sample of a grid's cells. */
        public static Entry cells(String text, Color colour) {
            return new Entry(text, colour, Series.Style.POINTS, true);
        }

        Optional<Symbol> symbol() {
            return ofCells ? Optional.of(Symbol.SQUARE) : Symbol.of(colour);
        }
    }

    public Legend {
        entries = List.copyOf(entries);
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        graphics.setFont(Fonts.regular(12));
        double width = -SPACE;
        for (Entry entry : entries) {
            width += width(graphics, entry) + SPACE;
        }
        double x = area.getCenterX() - width / 2;
        for (Entry entry : entries) {
            draw(graphics, entry, x, area.getCenterY());
            x += width(graphics, entry) + SPACE;
        }
    }

    private static double width(Graphics2D graphics, Entry entry) {
        return SAMPLE + GAP + graphics.getFontMetrics().stringWidth(entry.text());
    }

    private static void draw(Graphics2D graphics, Entry entry, double x, double y) {
        graphics.setColor(entry.colour());
        double radius = Chart.radius(entry.style());
        if (radius > 0) {
            symbol(graphics, entry.symbol().orElse(Symbol.CIRCLE), radius, x, y);
        } else {
            graphics.setStroke(Chart.stroke(entry.style()));
            graphics.draw(new Line2D.Double(x, y, x + SAMPLE, y));
            entry.symbol().ifPresent(own -> symbol(graphics, own, Chart.SYMBOL_RADIUS, x, y));
        }
        graphics.setColor(Palette.TEXT);
        graphics.drawString(entry.text(), (float) (x + SAMPLE + GAP), (float) (y + 4));
    }

    private static void symbol(Graphics2D graphics, Symbol symbol, double radius, double x, double y) {
        graphics.fill(
                AffineTransform.getTranslateInstance(x + SAMPLE / 2, y).createTransformedShape(symbol.shape(radius)));
    }
}
