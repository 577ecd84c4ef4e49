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
 * The correlations between the tiles of a convolution's output, as a heat map.
 *
 * @param correlation of the tiles, about 0
 * @param source images and kernels, for the caption
 */
record TileCorrelationFigure(TileCorrelation correlation, String source) {
    Figure figure() {
        return new Figure(
                "Correlation between the tiles of the output",
                String.format(
                        Locale.ROOT,
                        "Each row and each column is one of the %d tiles, sorted by kernel and, within a kernel, by the %d"
                                + " images. The squares on the diagonal compare tiles of one kernel; the diagonals of the"
                                + " other squares compare tiles of one image. The correlation is taken about 0, the output"
                                + " where a kernel does not respond: it is -1 if one tile is the negative of the other. Input:"
                                + " %s.",
                        correlation.correlations().length,
                        correlation.images(),
                        source),
                620,
                520,
                new HeatMap(
                        correlation.correlations(),
                        ColourScale.diverging(1),
                        IntStream.rangeClosed(1, correlation.kernels())
                                .mapToObj(kernel -> "kernel " + kernel)
                                .toList()),
                List.of(table()));
    }

    private DataTable table() {
        return new DataTable(
                "Correlations between tiles",
                IntStream.range(0, correlation.correlations().length)
                        .mapToObj(this::name)
                        .toList(),
                Arrays.stream(correlation.correlations())
                        .map(row -> Arrays.stream(row)
                                .<Object>mapToObj(value -> value)
                                .toList())
                        .toList());
    }

    private String name(int tile) {
        return "kernel " + (tile / correlation.images() + 1) + ", image " + (tile % correlation.images() + 1);
    }
}
