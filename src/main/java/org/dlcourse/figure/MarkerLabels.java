package org.dlcourse.figure;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;

/**
 * Where the labels of a chart's horizontal markers stand: at an end of the marker, above or below it, where no point is drawn.
 *
 * @param chart with the markers
 */
record MarkerLabels(Chart chart) {
    /** About the size of a label, as fractions of the plot. */
    private static final double WIDTH = .25;

    private static final double HEIGHT = .1;
    /** Points so near to the marker are hidden by no label. */
    private static final double LINE = .004;

    /** A place beside a marker; the first free one is taken, in the order of the constants. */
    enum Place {
        RIGHT_ABOVE(RectangleAnchor.TOP_RIGHT, TextAnchor.BOTTOM_RIGHT, true, true),
        RIGHT_BELOW(RectangleAnchor.BOTTOM_RIGHT, TextAnchor.TOP_RIGHT, true, false),
        LEFT_ABOVE(RectangleAnchor.TOP_LEFT, TextAnchor.BOTTOM_LEFT, false, true),
        LEFT_BELOW(RectangleAnchor.BOTTOM_LEFT, TextAnchor.TOP_LEFT, false, false);

        private final RectangleAnchor anchor;
        private final TextAnchor text;
        private final boolean right;
        private final boolean above;

        Place(RectangleAnchor anchor, TextAnchor text, boolean right, boolean above) {
            this.anchor = anchor;
            this.text = text;
            this.right = right;
            this.above = above;
        }

        RectangleAnchor anchor() {
            return anchor;
        }

        TextAnchor text() {
            return text;
        }

        private boolean covers(double x, double y, double marker) {
            double distance = above ? y - marker : marker - y;
            return (right ? x >= 1 - WIDTH : x <= WIDTH) && distance > LINE && distance < HEIGHT;
        }

        private boolean hasRoom(double marker) {
            return above ? marker <= 1 - HEIGHT : marker >= HEIGHT / 2;
        }
    }

    /** The place of a horizontal marker's label. */
    Place of(Marker marker) {
        Scale vertical = scale(chart.y(), Series::y, marker.value());
        return Arrays.stream(Place.values())
                .filter(place -> place.hasRoom(vertical.fraction(marker.value())))
                .filter(place -> isFree(place, vertical, vertical.fraction(marker.value())))
                .findFirst()
                .orElse(Place.RIGHT_ABOVE);
    }

    private boolean isFree(Place place, Scale vertical, double marker) {
        Scale horizontal = scale(chart.x(), Series::x);
        for (Series series : chart.series()) {
            for (int i = 0; i < series.x().length; i++) {
                if (place.covers(horizontal.fraction(series.x()[i]), vertical.fraction(series.y()[i]), marker)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Scale scale(Axis axis, Function<Series, double[]> coordinate, double... others) {
        double[] values = DoubleStream.concat(
                        chart.series().stream().map(coordinate).flatMapToDouble(Arrays::stream), Arrays.stream(others))
                .filter(Double::isFinite)
                .toArray();
        Axis.Range range = axis.range()
                .orElseGet(() -> new Axis.Range(
                        Arrays.stream(values).min().orElse(0),
                        Arrays.stream(values).max().orElse(1)));
        return new Scale(axis, range);
    }

    /** Values as fractions of an axis. */
    private record Scale(Axis axis, Axis.Range range) {
        double fraction(double value) {
            double lower = position(range.lower());
            return (position(axis.drawn(value)) - lower) / (position(range.upper()) - lower);
        }

        private double position(double value) {
            return axis.logarithmic() ? Math.log10(value) : value;
        }
    }
}
