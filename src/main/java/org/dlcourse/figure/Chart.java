package org.dlcourse.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Lines, bands and points over two axes, without a legend of its own.
 *
 * @param title above the plot
 * @param xLabel under the horizontal axis
 * @param yLabel beside the vertical axis
 * @param series drawn in this order
 */
public record Chart(String title, String xLabel, String yLabel, List<Series> series) implements Drawing {
    private static final float LINE = 1.6f;
    private static final Stroke SOLID = new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke DASHED =
            new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 3}, 0);
    private static final Shape POINT = new Ellipse2D.Double(-4, -4, 8, 8);
    private static final int BAND_ALPHA = 38;
    /** Wide ones make JFreeChart choose few ticks. */
    private static final RectangleInsets TICK_INSETS = new RectangleInsets(8, 6, 8, 6);

    public Chart {
        series = List.copyOf(series);
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        JFreeChart chart = new JFreeChart(title, Fonts.semiBold(13), plot(), false);
        chart.setBackgroundPaint(Palette.BACKGROUND);
        chart.getTitle().setPaint(Palette.TEXT);
        chart.setPadding(new RectangleInsets(2, 4, 2, 10));
        chart.draw(graphics, area);
    }

    static Stroke stroke(Series.Style style) {
        return style == Series.Style.DASHED ? DASHED : SOLID;
    }

    private XYPlot plot() {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(1);
        for (int s = 0; s < series.size(); s++) {
            data.addSeries(values(s));
            style(renderer, s);
        }
        XYPlot plot = new XYPlot(data, axis(xLabel), axis(yLabel), renderer);
        plot.setBackgroundPaint(Palette.BACKGROUND);
        plot.setDomainGridlinePaint(Palette.GRID);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setDomainGridlineStroke(new BasicStroke(0.8f));
        plot.setRangeGridlineStroke(new BasicStroke(0.8f));
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    private YIntervalSeries values(int place) {
        Series one = series.get(place);
        YIntervalSeries values = new YIntervalSeries(place, false, true);
        for (int i = 0; i < one.x().length; i++) {
            double y = one.y()[i];
            int point = i;
            values.add(
                    one.x()[i],
                    y,
                    one.band().map(band -> band.lower()[point]).orElse(y),
                    one.band().map(band -> band.upper()[point]).orElse(y));
        }
        return values;
    }

    private void style(DeviationRenderer renderer, int place) {
        Series one = series.get(place);
        boolean points = one.style() == Series.Style.POINTS;
        renderer.setSeriesPaint(place, one.colour());
        renderer.setSeriesFillPaint(
                place, Palette.translucent(one.colour(), one.band().isPresent() ? BAND_ALPHA : 0));
        renderer.setSeriesStroke(place, stroke(one.style()));
        renderer.setSeriesLinesVisible(place, !points);
        renderer.setSeriesShapesVisible(place, points);
        renderer.setSeriesShape(place, POINT);
    }

    private static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        axis.setLabelFont(Fonts.regular(11.5));
        axis.setLabelPaint(Palette.TEXT);
        axis.setTickLabelFont(Fonts.regular(10.5));
        axis.setTickLabelPaint(Palette.FAINT_TEXT);
        axis.setTickLabelInsets(TICK_INSETS);
        axis.setAxisLinePaint(Palette.AXIS);
        axis.setTickMarkPaint(Palette.AXIS);
        return axis;
    }
}
