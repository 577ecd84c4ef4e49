package org.dlcourse.figure;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a chart shows, for who cannot see it.
 *
 * @param chart the chart
 */
record ChartInWords(Chart chart) {
    /** A listener does not follow more. */
    private static final int MOST_SERIES = 12;

    /** Such as {@code Chart of loss against epoch. ReLU: from 2.3 at 1 to 0.4 at 15. Line at chance: 0.1.} */
    String text() {
        String quantities = chart.y().label()
                + (chart.x().label().isEmpty() ? "" : " against " + chart.x().label());
        String series = chart.series().stream()
                .filter(one -> one.x().length > 0)
                .limit(MOST_SERIES)
                .map(this::text)
                .collect(Collectors.joining());
        int left = chart.series().size() - MOST_SERIES;
        String markers = chart.markers().stream()
                .filter(marker -> !marker.label().isEmpty())
                .map(marker -> " Line \"" + marker.label() + "\" at " + number(marker.value()) + ".")
                .collect(Collectors.joining());
        return "Chart" + (chart.title().isEmpty() ? "" : " \"" + chart.title() + "\"") + " of " + quantities + "."
                + series + (left > 0 ? " And " + left + " more." : "") + markers;
    }

    private String text(Series series) {
        double[] y = series.y();
        List<String> names = chart.x().names();
        String name = series.name().isEmpty() ? " " : " " + series.name() + ": ";
        DoubleSummaryStatistics values = Arrays.stream(y).summaryStatistics();
        if (y.length == 1 || values.getMin() == values.getMax()) {
            return name + number(y[0]) + ".";
        }
        if (Chart.radius(series.style()) > 0 || !names.isEmpty()) {
            return name + y.length + " points from " + number(values.getMin()) + " to " + number(values.getMax()) + ".";
        }
        int last = y.length - 1;
        return name + "from " + number(y[0]) + " at " + number(series.x()[0]) + " to " + number(y[last]) + " at "
                + number(series.x()[last]) + ".";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
