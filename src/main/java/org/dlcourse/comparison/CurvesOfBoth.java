package org.dlcourse.comparison;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Drawing;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;

/**
 * The curves of a table that both runs have: numbers alone, with the first column, such as the epoch, rising from row to row.
 *
 * @param first the table in the first run
 * @param second in the second
 */
record CurvesOfBoth(DataTable first, DataTable second) {
    private static final int COLUMNS = 3;
    private static final int WIDTH = 340;
    private static final int HEIGHT = 260;
    private static final int LEGEND = 30;

    /** If both are curves of the same quantities. */
    static Optional<CurvesOfBoth> of(DataTable first, DataTable second) {
        return first.columns().equals(second.columns()) && areCurves(first) && areCurves(second)
                ? Optional.of(new CurvesOfBoth(first, second))
                : Optional.empty();
    }

    private static boolean areCurves(DataTable table) {
        boolean numbers = table.rows().stream().allMatch(row -> row.stream()
                .allMatch(cell -> SeedMeans.number(cell).isPresent()));
        if (!numbers || table.rows().size() < 2 || table.columns().size() < 2) {
            return false;
        }
        double[] x = column(table, 0);
        return IntStream.range(1, x.length).allMatch(i -> x[i] > x[i - 1]);
    }

    boolean differ() {
        return !first.rows().equals(second.rows());
    }

    /**
     * The curves over each other, a chart a column.
     *
     * @param names of the two runs
     */
    Figure figure(List<String> names) {
        List<Drawing> charts = new ArrayList<>();
        List<String> columns = first.columns();
        for (int column = 1; column < columns.size(); column++) {
            charts.add(new Chart(
                    "",
                    columns.get(0),
                    columns.get(column),
                    List.of(series(names.get(0), first, column, false), series(names.get(1), second, column, true))));
        }
        Legend legend = new Legend(List.of(
                new Legend.Entry(names.get(0), colour(false), style(false)),
                new Legend.Entry(names.get(1), colour(true), style(true))));
        int across = Math.min(COLUMNS, charts.size());
        int rows = (charts.size() + across - 1) / across;
        return new Figure(
                first.title(),
                "",
                Math.max(2, across) * WIDTH,
                rows * HEIGHT + LEGEND,
                new Panels(across, charts, legend),
                List.of());
    }

    private static Series series(String name, DataTable table, int column, boolean isSecond) {
        return new Series(name, column(table, 0), column(table, column), colour(isSecond), style(isSecond));
    }

    private static Color colour(boolean isSecond) {
        return isSecond ? Palette.VERMILION : Palette.BLUE;
    }

    private static Series.Style style(boolean isSecond) {
        return isSecond ? Series.Style.DASHED : Series.Style.SOLID;
    }

    private static double[] column(DataTable table, int column) {
        return table.rows().stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column).toString()))
                .toArray();
    }
}
