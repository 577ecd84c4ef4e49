package org.dlcourse.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The colours of a scale from its lower to its upper end, with numbers beside them.
 *
 * @param colours the scale
 */
public record ColourBar(ColourScale colours) implements Drawing {
    private static final double WIDTH = 12;
    private static final double GAP = 6;
    private static final int STEPS = 100;
    private static final int TICKS = 4;

    /** Draws the bar over the area's height, at its left edge. */
    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        double height = area.getHeight();
        for (int step = 0; step < STEPS; step++) {
            graphics.setColor(colours.colour(value((step + 0.5) / STEPS)));
            double y = area.getY() + height * (1 - (step + 1.0) / STEPS);
            graphics.fill(new Rectangle2D.Double(area.getX(), y, WIDTH, height / STEPS + 0.4));
        }
        graphics.setColor(Palette.AXIS);
        graphics.setStroke(new BasicStroke(0.6f));
        graphics.draw(new Rectangle2D.Double(area.getX(), area.getY(), WIDTH, height));
        graphics.setColor(Palette.FAINT_TEXT);
        graphics.setFont(Fonts.regular(10.5));
        for (int tick = 0; tick <= TICKS; tick++) {
            double fraction = (double) tick / TICKS;
            graphics.drawString(tick(value(fraction)), (float) (area.getX() + WIDTH + GAP), (float)
                    (area.getY() + height * (1 - fraction) + 4));
        }
    }

    /** The width of the bar with its numbers. */
    double width(Graphics2D graphics) {
        graphics.setFont(Fonts.regular(10.5));
        return WIDTH
                + GAP
                + IntStream.rangeClosed(0, TICKS)
                        .map(tick -> graphics.getFontMetrics().stringWidth(tick(value((double) tick / TICKS))))
                        .max()
                        .orElseThrow();
    }

    /** Two significant digits of the distance between neighbouring numbers. */
    private String tick(double number) {
        double distance = (colours.upper() - colours.lower()) / TICKS;
        int decimals = distance > 0 ? Math.max(0, 1 + (int) Math.ceil(-Math.log10(distance) - 1e-9)) : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    private double value(double fraction) {
        return colours.lower() + fraction * (colours.upper() - colours.lower());
    }
}
