package org.dlcourse.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Something that draws itself into a rectangle. */
@FunctionalInterface
public interface Drawing {
    /** Draws within the area, in CSS pixels. */
    void draw(Graphics2D graphics, Rectangle2D area);
}
