package org.dlcourse.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * A drawing with the bar of its colours to the right.
 *
 * @param drawing to the left
 * @param colours the scale of its colours
 */
public record WithColourBar(Drawing drawing, ColourScale colours) implements Drawing {
    private static final double MARGIN = 12;

    @Override
    public String inWords() {
        return drawing.inWords();
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        ColourBar bar = new ColourBar(colours);
        double width = bar.width(graphics) + MARGIN;
        drawing.draw(
                graphics,
                new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth() - width - MARGIN, area.getHeight()));
        bar.draw(
                graphics,
                new Rectangle2D.Double(
                        area.getMaxX() - width, area.getY() + MARGIN, width, area.getHeight() - 2 * MARGIN));
    }
}
