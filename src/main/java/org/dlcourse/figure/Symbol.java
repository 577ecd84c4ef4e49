package org.dlcourse.figure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.Optional;

/** The shape of points. Each colour of the palette has its own, so that no figure depends on colour alone. */
enum Symbol {
    CIRCLE(new Ellipse2D.Double(-1, -1, 2, 2)),
    SQUARE(new Rectangle2D.Double(-.9, -.9, 1.8, 1.8)),
    DIAMOND(polygon(0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0)),
    TRIANGLE(polygon(0, -1.2, 1.15, .9, -1.15, .9)),
    TRIANGLE_DOWN(polygon(0, 1.2, 1.15, -.9, -1.15, -.9)),
    PLUS(polygon(
            -.45, -1.3, .45, -1.3, .45, -.45, 1.3, -.45, 1.3, .45, .45, .45, .45, 1.3, -.45, 1.3, -.45, .45, -1.3, .45,
            -1.3, -.45, -.45, -.45));

    private static final Map<Color, Symbol> OF_COLOURS = Map.of(
            Palette.SKY_BLUE,
            CIRCLE,
            Palette.VERMILION,
            SQUARE,
            Palette.BLUE,
            DIAMOND,
            Palette.ORANGE,
            TRIANGLE,
            Palette.PURPLE,
            TRIANGLE_DOWN,
            Palette.GREEN,
            PLUS);

    private final Shape unit;

    Symbol(Shape unit) {
        this.unit = unit;
    }

    /** The symbol of a colour of the palette; empty for other colours. */
    static Optional<Symbol> of(Color colour) {
        return Optional.ofNullable(OF_COLOURS.get(colour));
    }

    /** The symbol around the origin. */
    Shape shape(double radius) {
        return AffineTransform.getScaleInstance(radius, radius).createTransformedShape(unit);
    }

    private static Shape polygon(double... coordinates) {
        Path2D path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }
}
