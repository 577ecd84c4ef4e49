package org.dlcourse.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Drawings of equal size in a grid, with a common legend below.
 *
 * @param columns number of drawings in a row
 * @param drawings row by row
 * @param legend legend of all drawings; without entries it takes no space
 */
public record Panels(int columns, List<Drawing> drawings, Legend legend) implements Drawing {
    public Panels {
        drawings = List.copyOf(drawings);
    }

    /** Drawings without a legend. */
    public Panels(int columns, List<Drawing> drawings) {
        this(columns, drawings, new Legend(List.of()));
    }

    @Override
    public String inWords() {
        return drawings.stream()
                .map(Drawing::inWords)
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        int rows = (drawings.size() + columns - 1) / columns;
        double width = area.getWidth() / columns;
        double legendHeight = legend.height(graphics, area.getWidth());
        double height = (area.getHeight() - legendHeight) / rows;
        for (int i = 0; i < drawings.size(); i++) {
            double x = area.getX() + i % columns * width;
            double y = area.getY() + i / columns * height;
            drawings.get(i).draw(graphics, new Rectangle2D.Double(x, y, width, height));
        }
        legend.draw(
                graphics,
                new Rectangle2D.Double(area.getX(), area.getMaxY() - legendHeight, area.getWidth(), legendHeight));
    }
}
