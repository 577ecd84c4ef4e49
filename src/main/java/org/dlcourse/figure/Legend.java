package org.dlcourse.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A legend of colours and line styles in centred lines, as many as the width asks for.
 *
 * @param entries from left to right
 */
public record Legend(List<Entry> entries) implements Drawing {
    private static final double SAMPLE = 22;
    private static final double GAP = 6;
    private static final double SPACE = 20;
    private static final double LINE = 20;
    /** Above and below all lines. */
    private static final double MARGIN = 5;

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

    /** The height that it takes, in CSS pixels; 0 without entries. */
    double height(Graphics2D graphics, double width) {
        int lines = lines(graphics, width).size();
        return lines == 0 ? 0 : lines * LINE + 2 * MARGIN;
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        List<List<Entry>> lines = lines(graphics, area.getWidth());
        double y = area.getCenterY() - (lines.size() - 1) * LINE / 2;
        for (List<Entry> line : lines) {
            double x = area.getCenterX() - width(graphics, line) / 2;
            for (Entry entry : line) {
                draw(graphics, entry, x, y);
                x += width(graphics, entry) + SPACE;
            }
            y += LINE;
        }
    }

    /** As many entries in a line as fit. */
    private List<List<Entry>> lines(Graphics2D graphics, double width) {
        graphics.setFont(Fonts.regular(12));
        List<List<Entry>> lines = new ArrayList<>();
        int first = 0;
        for (int last = 1; last <= entries.size(); last++) {
            if (last == entries.size() || width(graphics, entries.subList(first, last + 1)) > width) {
                lines.add(entries.subList(first, last));
                first = last;
            }
        }
        return lines;
    }

    private static double width(Graphics2D graphics, List<Entry> line) {
        return line.stream().mapToDouble(entry -> width(graphics, entry)).sum() + (line.size() - 1) * SPACE;
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
