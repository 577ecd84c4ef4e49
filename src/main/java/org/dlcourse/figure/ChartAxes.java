package org.dlcourse.figure;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The axes of a chart as JFreeChart draws them, with ticks that a reader can tell apart.
 *
 * @param chart whose axes and values they are
 */
record ChartAxes(Chart chart) {
    private static final double MAX_DECADE_TICKS = 8;
    private static final double NARROW = 1e-3;
    /** Of an end, so that the tick at it is not lost to the rounding of its logarithm. */
    private static final double ROUNDING = 1e-9;

    /** Of the axis: the radius of a symbol. */
    private static final double ROOM = .02;

    private static final DecimalFormatSymbols ROOT_SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
    /** JFreeChart draws fewer ticks with wider insets; it estimates their number by the labels of the ends, such as 0 and 4. */
    private static final RectangleInsets TICK_INSETS = new RectangleInsets(8, 6, 8, 6);

    private static final RectangleInsets WIDE_TICK_INSETS = new RectangleInsets(8, 12, 8, 12);

    /** The horizontal axis; if all x are integers, such as steps and layers, there are no ticks between integers. */
    ValueAxis horizontal() {
        ValueAxis axis = of(chart.x(), marked(Series::x));
        if (axis.getClass() == NumberAxis.class) {
            axis.setTickLabelInsets(WIDE_TICK_INSETS);
        }
        boolean integers = Arrays.stream(values(Series::x)).allMatch(value -> value == Math.rint(value));
        if (integers && axis.getClass() == NumberAxis.class) {
            axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        }
        return axis;
    }

    /**
     * The vertical axis. JFreeChart writes a narrow range around 2.3 with exponents and a range of 1e-7 around 0 as 0 at every tick; both
     * get the digits that they need.
     */
    ValueAxis vertical() {
        ValueAxis axis = of(chart.y(), marked(Series::y));
        double[] values = Arrays.stream(values(Series::y)).sorted().toArray();
        if (values.length > 0 && axis.getClass() == NumberAxis.class) {
            double lowest = values[0];
            double highest = values[values.length - 1];
            if (Math.max(Math.abs(lowest), Math.abs(highest)) < NARROW && highest > lowest) {
                ((NumberAxis) axis).setNumberFormatOverride(new SmallNumberFormat());
            } else if (highest - lowest < NARROW && lowest > NARROW) {
                ((NumberAxis) axis).setNumberFormatOverride(new DecimalFormat("0.00000", ROOT_SYMBOLS));
            }
        }
        return axis;
    }

    private double[] values(Function<Series, double[]> coordinate) {
        return chart.series().stream()
                .map(coordinate)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** The values that have a symbol; lines in other colours than the palette's have none. */
    private double[] marked(Function<Series, double[]> coordinate) {
        return chart.series().stream()
                .filter(line -> Symbol.of(line.colour()).isPresent())
                .map(coordinate)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static ValueAxis of(Axis axis, double[] marked) {
        ValueAxis valueAxis = axis.logarithmic() ? logarithmic(axis) : linear(axis);
        axis.range()
                .map(range -> axis.logarithmic()
                        ? new Axis.Range(range.lower() * (1 - ROUNDING), range.upper() * (1 + ROUNDING))
                        : withRoom(range, marked))
                .ifPresent(range -> valueAxis.setRange(range.lower(), range.upper()));
        valueAxis.setLabelFont(Fonts.regular(11.5));
        valueAxis.setLabelPaint(Palette.TEXT);
        valueAxis.setTickLabelFont(Fonts.regular(10.5));
        valueAxis.setTickLabelPaint(Palette.FAINT_TEXT);
        valueAxis.setTickLabelInsets(axis.logarithmic() ? RectangleInsets.ZERO_INSETS : TICK_INSETS);
        valueAxis.setAxisLinePaint(Palette.AXIS);
        valueAxis.setTickMarkPaint(Palette.AXIS);
        valueAxis.setMinorTickMarksVisible(false);
        return valueAxis;
    }

    /** The range, wider where a symbol at its end would be cut in half. */
    private static Axis.Range withRoom(Axis.Range range, double[] marked) {
        double room = ROOM * (range.upper() - range.lower());
        boolean below = Arrays.stream(marked).anyMatch(value -> Math.abs(value - range.lower()) < room);
        boolean above = Arrays.stream(marked).anyMatch(value -> Math.abs(value - range.upper()) < room);
        return new Axis.Range(
                below ? range.lower() - room : range.lower(), above ? range.upper() + room : range.upper());
    }

    private static NumberAxis linear(Axis axis) {
        if (!axis.names().isEmpty()) {
            SymbolAxis names = new SymbolAxis(axis.label(), axis.names().toArray(String[]::new));
            names.setGridBandsVisible(false);
            return names;
        }
        NumberAxis numberAxis = new NumberAxis(axis.label());
        numberAxis.setAutoRangeIncludesZero(false);
        // Not the process's locale: the font has no digits of other scripts.
        numberAxis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        return numberAxis;
    }

    /** A logarithmic axis with a tick at each power of ten, or at every second, third ... power if there are many. */
    private static LogAxis logarithmic(Axis axis) {
        double decades = axis.range()
                .map(range -> Math.log10(range.upper() / range.lower()))
                .orElse(1.0);
        LogAxis logAxis = new LogAxis(axis.label());
        logAxis.setTickUnit(
                new NumberTickUnit(Math.ceil(decades / MAX_DECADE_TICKS), new DecimalFormat("0", ROOT_SYMBOLS)));
        logAxis.setNumberFormatOverride(new PowerOfTenFormat());
        return logAxis;
    }
}
