package org.dlcourse.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** A drawing that fits into a given rectangle. */
@FunctionalInterface
public interface Drawing {
    /** Draws within an area, in CSS pixels. */
    void draw(Graphics2D graphics, Rectangle2D area);
}
