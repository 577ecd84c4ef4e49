package org.dlcourse.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** A drawing that fits into a given rectangle. */
@FunctionalInterface
public interface Drawing {
    /** Draws within an area, in CSS pixels. */
    void draw(Graphics2D graphics, Rectangle2D area);

    /** What it shows, in sentences for who cannot see it; empty for what only explains another drawing. */
    default String inWords() {
        return "";
    }
}
