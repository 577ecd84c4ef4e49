package org.dlcourse.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Something that draws itself into a rectangle. */
@FunctionalInterface
public interface Drawing {
    /** Draws within the area, in units of a hundredth of an inch or so. */
    void draw(Graphics2D graphics, Rectangle2D area);
}
