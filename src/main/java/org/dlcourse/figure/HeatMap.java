package org.dlcourse.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A square matrix of numbers as colours, with a colour bar and with its rows and columns in groups. If each row is a group of
 * its own, the numbers are written into the cells.
 *
 * @param values [rows, columns]
 * @param colours colours of the numbers
 * @param groups names of groups of neighbouring rows, all of the same size, and of the columns in the same order
 * @param rowTitle title beside the names of the rows; empty for none
 * @param columnTitle title above the names of the columns; empty for none
 */
public record HeatMap(double[][] values, ColourScale colours, List<String> groups, String rowTitle, String columnTitle)
        implements Drawing {
    private static final double TITLE_ROOM = 22;
    private static final double TITLE_GAP = 8;
    private static final double MIN_LABEL_ROOM = 64;
    private static final double SLANT = Math.toRadians(-30);
    private static final double DARK = 0.5;
    private static final double BAR_GAP = 16;
    private static final double LABEL_GAP = 6;

    public HeatMap {
        groups = List.copyOf(groups);
    }

    /** A map without titles of the rows and columns. */
    public HeatMap(double[][] values, ColourScale colours, List<String> groups) {
        this(values, colours, groups, "", "");
    }

    @Override
    public String inWords() {
        return "Matrix of " + values.length + " x " + values[0].length + " numbers from "
                + String.format(
                        Locale.ROOT,
                        "%.3g",
                        Arrays.stream(values)
                                .flatMapToDouble(Arrays::stream)
                                .min()
                                .orElseThrow())
                + " to "
                + String.format(
                        Locale.ROOT,
                        "%.3g",
                        Arrays.stream(values)
                                .flatMapToDouble(Arrays::stream)
                                .max()
                                .orElseThrow())
                + " as colours; rows" + (rowTitle.isEmpty() ? "" : " (" + rowTitle + ")") + " and columns"
                + (columnTitle.isEmpty() ? "" : " (" + columnTitle + ")") + ": " + String.join(", ", groups) + ".";
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        ColourBar bar = new ColourBar(colours);
        double barRoom = BAR_GAP + bar.width(graphics) + LABEL_GAP;
        graphics.setFont(Fonts.regular(11));
        double widest = groups.stream()
                .mapToDouble(graphics.getFontMetrics()::stringWidth)
                .max()
                .orElse(0);
        double labels = Math.max(MIN_LABEL_ROOM, widest + 2 * LABEL_GAP) + (rowTitle.isEmpty() ? 0 : TITLE_ROOM);
        boolean slanted = widest > (area.getWidth() - labels - barRoom) / groups.size() - LABEL_GAP;
        double head = (slanted ? 22 - widest * Math.sin(SLANT) : 22) + (columnTitle.isEmpty() ? 0 : TITLE_ROOM);
        double side = Math.min(area.getWidth() - labels - barRoom, area.getHeight() - head - 6);
        double left = area.getX() + labels + (area.getWidth() - labels - barRoom - side) / 2;
        double top = area.getY() + head;
        double cell = side / values.length;
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values[row].length; column++) {
                graphics.setColor(colours.colour(values[row][column]));
                // Slightly larger than the cell, so that the background is not visible between neighbours.
                graphics.fill(new Rectangle2D.Double(left + column * cell, top + row * cell, cell + 0.4, cell + 0.4));
            }
        }
        if (!columnTitle.isEmpty()) {
            columnTitle(graphics, left + side / 2, top - head + 14);
        }
        if (!rowTitle.isEmpty()) {
            rowTitle(graphics, left - LABEL_GAP - widest - TITLE_GAP, top + side / 2);
        }
        groups(graphics, left, top, side, slanted);
        if (groups.size() == values.length) {
            numbers(graphics, left, top, cell);
        }
        bar.draw(graphics, new Rectangle2D.Double(left + side + BAR_GAP, top, barRoom, side));
    }

    private void numbers(Graphics2D graphics, double left, double top, double cell) {
        graphics.setFont(Fonts.regular(10.5));
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values[row].length; column++) {
                String number = String.format(Locale.ROOT, "%.2f", values[row][column]);
                double width = graphics.getFontMetrics().stringWidth(number);
                Color background = colours.colour(values[row][column]);
                graphics.setColor(brightness(background) < DARK ? Color.WHITE : Palette.TEXT);
                graphics.drawString(number, (float) (left + (column + 0.5) * cell - width / 2), (float)
                        (top + (row + 0.5) * cell + 4));
            }
        }
    }

    private static double brightness(Color colour) {
        return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
    }

    private void columnTitle(Graphics2D graphics, double centre, double y) {
        graphics.setFont(Fonts.regular(11.5));
        graphics.setColor(Palette.TEXT);
        double width = graphics.getFontMetrics().stringWidth(columnTitle);
        graphics.drawString(columnTitle, (float) (centre - width / 2), (float) y);
    }

    private void rowTitle(Graphics2D graphics, double x, double centre) {
        graphics.setFont(Fonts.regular(11.5));
        graphics.setColor(Palette.TEXT);
        double width = graphics.getFontMetrics().stringWidth(rowTitle);
        AffineTransform original = graphics.getTransform();
        graphics.translate(x, centre + width / 2);
        graphics.rotate(-Math.PI / 2);
        graphics.drawString(rowTitle, 0, 0);
        graphics.setTransform(original);
    }

    private void groups(Graphics2D graphics, double left, double top, double side, boolean slanted) {
        double size = side / groups.size();
        graphics.setFont(Fonts.regular(11));
        graphics.setStroke(new BasicStroke(1));
        for (int group = 0; group < groups.size(); group++) {
            double start = group * size;
            if (group > 0) {
                graphics.setColor(Color.WHITE);
                graphics.draw(new Line2D.Double(left + start, top, left + start, top + side));
                graphics.draw(new Line2D.Double(left, top + start, left + side, top + start));
            }
            graphics.setColor(Palette.FAINT_TEXT);
            String label = groups.get(group);
            double width = graphics.getFontMetrics().stringWidth(label);
            graphics.drawString(label, (float) (left - LABEL_GAP - width), (float) (top + start + size / 2 + 4));
            if (slanted) {
                AffineTransform original = graphics.getTransform();
                graphics.translate(left + start + size / 2, top - LABEL_GAP);
                graphics.rotate(SLANT);
                graphics.drawString(label, 0, 0);
                graphics.setTransform(original);
            } else {
                graphics.drawString(label, (float) (left + start + (size - width) / 2), (float) (top - LABEL_GAP));
            }
        }
    }
}
