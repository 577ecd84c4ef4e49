package org.dlcourse.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * A chart of lines, bands and points with two axes; its legend is drawn separately.
 *
 * @param title above the plot
 * @param x horizontal axis
 * @param y vertical axis
 * @param series in the order in which they are drawn
 * @param markers thin lines across the chart
 */
public record Chart(String title, Axis x, Axis y, List<Series> series, List<Marker> markers) implements Drawing {
    private static final float LINE = 1.6f;
    private static final Stroke SOLID = new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke DASHED =
            new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 3}, 0);
    private static final Stroke MARKER =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 3}, 0);
    static final double SYMBOL_RADIUS = 3;
    private static final int SYMBOLS_OF_A_LINE = 8;
    private static final int DOT_ALPHA = 120;
    private static final int LABEL_ALPHA = 200;
    private static final int BAND_ALPHA = 38;

    public Chart {
        series = List.copyOf(series);
        markers = List.copyOf(markers);
    }

    /** A chart without markers whose linear axes have the range of the values. */
    public Chart(String title, String xLabel, String yLabel, List<Series> series) {
        this(title, Axis.linear(xLabel), Axis.linear(yLabel), series, List.of());
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        JFreeChart chart = new JFreeChart(title, Fonts.semiBold(13), plot(), false);
        chart.setBackgroundPaint(Palette.BACKGROUND);
        chart.getTitle().setPaint(Palette.TEXT);
        chart.setPadding(new RectangleInsets(2, 4, 2, 10));
        chart.draw(graphics, area);
    }

    @Override
    public String inWords() {
        return new ChartInWords(this).text();
    }

    static Stroke stroke(Series.Style style) {
        return style == Series.Style.DASHED ? DASHED : SOLID;
    }

    private XYPlot plot() {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, false) {
            @Override
            public boolean getItemShapeVisible(int index, int item) {
                return hasSymbol(index, item);
            }
        };
        renderer.setAlpha(1);
        for (int s = 0; s < series.size(); s++) {
            data.addSeries(values(s));
            style(renderer, s);
        }
        ChartAxes axes = new ChartAxes(this);
        XYPlot plot = new XYPlot(data, axes.horizontal(), axes.vertical(), renderer);
        plot.setBackgroundPaint(Palette.BACKGROUND);
        plot.setDomainGridlinePaint(Palette.GRID);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setDomainGridlineStroke(new BasicStroke(0.8f));
        plot.setRangeGridlineStroke(new BasicStroke(0.8f));
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        for (Marker marker : markers) {
            if (marker.vertical()) {
                plot.addDomainMarker(line(marker, RectangleAnchor.BOTTOM_RIGHT, TextAnchor.BOTTOM_LEFT));
            } else {
                MarkerLabels.Place place = new MarkerLabels(this).of(marker);
                plot.addRangeMarker(line(marker, place.anchor(), place.text()));
            }
        }
        return plot;
    }

    private YIntervalSeries values(int index) {
        Series line = series.get(index);
        YIntervalSeries values = new YIntervalSeries(index, false, true);
        for (int i = 0; i < line.x().length; i++) {
            double value = line.y()[i];
            int point = i;
            values.add(
                    x.drawn(line.x()[i]),
                    y.drawn(value),
                    y.drawn(line.band().map(band -> band.lower()[point]).orElse(value)),
                    y.drawn(line.band().map(band -> band.upper()[point]).orElse(value)));
        }
        return values;
    }

    private void style(DeviationRenderer renderer, int index) {
        Series line = series.get(index);
        boolean dots = line.style() == Series.Style.DOTS;
        boolean points = radius(line.style()) > 0;
        renderer.setSeriesPaint(index, dots ? Palette.translucent(line.colour(), DOT_ALPHA) : line.colour());
        renderer.setSeriesFillPaint(
                index, Palette.translucent(line.colour(), line.band().isPresent() ? BAND_ALPHA : 0));
        renderer.setSeriesStroke(index, stroke(line.style()));
        renderer.setSeriesLinesVisible(index, !points);
        renderer.setSeriesShape(index, symbol(line).shape(points ? radius(line.style()) : SYMBOL_RADIUS));
    }

    private static Symbol symbol(Series line) {
        return line.style() == Series.Style.DOTS
                ? Symbol.CIRCLE
                : Symbol.of(line.colour()).orElse(Symbol.CIRCLE);
    }

    /** Every point of a set of points; of a line, so few that it stays one, at other points than its neighbours. */
    private boolean hasSymbol(int index, int item) {
        Series line = series.get(index);
        if (radius(line.style()) > 0) {
            return true;
        }
        int distance = Math.max(1, line.x().length / SYMBOLS_OF_A_LINE);
        return Symbol.of(line.colour()).isPresent()
                && item % distance == (distance / 2 + index * distance / series.size()) % distance;
    }

    /** The radius of a point in CSS pixels; 0 for lines. */
    static double radius(Series.Style style) {
        return switch (style) {
            case SOLID, DASHED -> 0;
            case POINTS -> 4;
            case SMALL_POINTS -> 2.5;
            case DOTS -> 1.5;
        };
    }

    private static ValueMarker line(Marker marker, RectangleAnchor anchor, TextAnchor textAnchor) {
        ValueMarker line = new ValueMarker(marker.value(), Palette.FAINT_TEXT, MARKER);
        line.setAlpha(1);
        line.setLabel(marker.label());
        line.setLabelFont(Fonts.regular(10.5));
        line.setLabelPaint(Palette.FAINT_TEXT);
        line.setLabelAnchor(anchor);
        line.setLabelTextAnchor(textAnchor);
        line.setLabelOffset(new RectangleInsets(3, 4, 3, 4));
        // JFreeChart paints a box behind the label, black by default; this one keeps it legible where curves pass.
        line.setLabelBackgroundColor(Palette.translucent(Palette.BACKGROUND, LABEL_ALPHA));
        return line;
    }
}
