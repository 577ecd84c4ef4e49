package org.dlcourse.homework.ann.convolution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.figure.ColourScale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.HeatMap;

/**
 * The comparison of all pairs of tiles of a convolution's output, as a heat map.
 *
 * @param digits images and the output
 */
record TileComparisonFigure(FilteredDigits digits) {
    Figure distances() {
        TileComparison distance = TileComparison.distance(digits.output());
        double largest = Arrays.stream(distance.values())
                .flatMapToDouble(Arrays::stream)
                .max()
                .orElseThrow();
        return figure(
                "Difference of the tiles' gray values",
                "The number is the mean absolute difference of the sorted values of two tiles, wherever in the tile they are, in"
                        + " units of the output.",
                distance,
                ColourScale.sequential(0, largest));
    }

    Figure correlations() {
        return figure(
                "Correlation between the tiles, pixel by pixel",
                "The correlation is taken about 0, the output where a kernel does not respond: it is -1 if one tile is the negative of"
                        + " the other.",
                TileComparison.correlation(digits.output()),
                ColourScale.diverging(1));
    }

    private Figure figure(String title, String meaning, TileComparison comparison, ColourScale scale) {
        return new Figure(
                title,
                String.format(
                        Locale.ROOT,
                        "Each row and each column is one of the %d tiles, sorted by kernel and, within a kernel, by the %d"
                                + " images. The squares on the diagonal compare tiles of one kernel; the diagonals of the"
                                + " other squares compare tiles of one image. %s Input: %s.",
                        comparison.values().length,
                        comparison.images(),
                        meaning,
                        digits.source()),
                480,
                360,
                new HeatMap(
                        comparison.values(),
                        scale,
                        IntStream.rangeClosed(1, comparison.kernels())
                                .mapToObj(kernel -> "kernel " + kernel)
                                .toList()),
                List.of(table(title, comparison)));
    }

    private static DataTable table(String title, TileComparison comparison) {
        return new DataTable(
                title,
                IntStream.range(0, comparison.values().length)
                        .mapToObj(tile -> name(tile, comparison.images()))
                        .toList(),
                Arrays.stream(comparison.values())
                        .map(row -> Arrays.stream(row)
                                .<Object>mapToObj(value -> value)
                                .toList())
                        .toList());
    }

    private static String name(int tile, int images) {
        return "kernel " + (tile / images + 1) + ", image " + (tile % images + 1);
    }
}
