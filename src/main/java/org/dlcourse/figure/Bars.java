package org.dlcourse.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Counts as bars, one a label.
 *
 * @param title above the plot
 * @param axis label of the axis of counts
 * @param labels of the bars, from the top or from the left
 * @param counts one for each label
 * @param horizontal whether the bars lie, which leaves room for long labels
 * @param colour of the bars
 */
public record Bars(
        String title, String axis, List<String> labels, List<Integer> counts, boolean horizontal, Color colour)
        implements Drawing {
    /** The share of the width that labels of lying bars may take. */
    private static final float WIDEST_LABEL = .6f;

    /** Above the longest bar. */
    private static final double ROOM = 1.05;

    public Bars {
        labels = List.copyOf(labels);
        counts = List.copyOf(counts);
        if (labels.size() != counts.size()) {
            throw new IllegalArgumentException(labels.size() + " labels for " + counts.size() + " bars");
        }
    }

    @Override
    public String inWords() {
        return "Bars of " + axis + (title.isEmpty() ? "" : " (" + title + ")") + ": "
                + IntStream.range(0, labels.size())
                        .mapToObj(i -> labels.get(i) + " " + counts.get(i))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int i = 0; i < labels.size(); i++) {
            data.addValue(counts.get(i), "", labels.get(i));
        }
        CategoryPlot plot = new CategoryPlot(data, categories(), numbers(), renderer());
        plot.setOrientation(horizontal ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(Palette.BACKGROUND);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setRangeGridlineStroke(new BasicStroke(0.8f));
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(title, Fonts.semiBold(13), plot, false);
        chart.setBackgroundPaint(Palette.BACKGROUND);
        chart.getTitle().setPaint(Palette.TEXT);
        chart.setPadding(new RectangleInsets(2, 4, 2, 10));
        chart.draw(graphics, area);
    }

    private CategoryAxis categories() {
        CategoryAxis categories = new CategoryAxis();
        categories.setTickLabelFont(Fonts.regular(10.5));
        categories.setTickLabelPaint(Palette.TEXT);
        categories.setMaximumCategoryLabelWidthRatio(horizontal ? WIDEST_LABEL : 1);
        categories.setMaximumCategoryLabelLines(2);
        categories.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        categories.setAxisLineVisible(false);
        categories.setTickMarksVisible(false);
        return categories;
    }

    private NumberAxis numbers() {
        NumberAxis numbers = new NumberAxis(axis);
        numbers.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        numbers.setLabelFont(Fonts.regular(11));
        numbers.setLabelPaint(Palette.TEXT);
        numbers.setTickLabelFont(Fonts.regular(10.5));
        numbers.setTickLabelPaint(Palette.FAINT_TEXT);
        numbers.setAxisLineVisible(false);
        numbers.setRange(0, counts.stream().reduce(1, Math::max) * ROOM);
        return numbers;
    }

    private BarRenderer renderer() {
        BarRenderer renderer = new BarRenderer();
        renderer.setSeriesPaint(0, colour);
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setMaximumBarWidth(.2);
        return renderer;
    }
}
