package org.dlcourse.homework.ann.convolution;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.figure.ColourScale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The output of a convolution as a picture: one row per image, one column per kernel.
 *
 * @param source images and kernels, for the caption
 * @param output [batch, filters, height, width], double
 */
record ConvolutionFigure(String source, INDArray output) {
    private static final int WIDTH = 760;
    private static final int LABELS = 58;

    /** All tiles have one gray scale, from black at the smallest to white at the largest value, so that none saturates. */
    Figure figure() {
        int batch = (int) output.size(0);
        int filters = (int) output.size(1);
        int height = (int) output.size(2);
        int width = (int) output.size(3);
        double[] values = output.dup('c').data().asDouble();
        double lower = Arrays.stream(values).min().orElseThrow();
        double upper = Arrays.stream(values).max().orElseThrow();
        List<BufferedImage> tiles = IntStream.range(0, batch * filters)
                .mapToObj(tile -> ImageTile.of(
                        Arrays.copyOfRange(values, tile * height * width, (tile + 1) * height * width),
                        height,
                        width,
                        ColourScale.gray(lower, upper)))
                .toList();
        ImageGrid grid = new ImageGrid(
                "",
                filters,
                tiles,
                IntStream.rangeClosed(1, batch).mapToObj(i -> "image " + i).toList(),
                IntStream.rangeClosed(1, filters).mapToObj(k -> "kernel " + k).toList());
        String caption = String.format(
                Locale.ROOT,
                "Each row is one image, each column one kernel; %d tiles of %d x %d pixels. All tiles have one gray scale, from"
                        + " black at %.1f to white at %.1f. Input: %s.",
                tiles.size(),
                height,
                width,
                lower,
                upper,
                source);
        int figureHeight = 30 + (WIDTH - LABELS) * batch / filters;
        return new Figure(
                "Output of the convolution",
                caption,
                WIDTH,
                figureHeight,
                grid,
                List.of(range(values, batch, filters)));
    }

    private static DataTable range(double[] values, int batch, int filters) {
        int size = values.length / (batch * filters);
        List<List<Object>> rows = new ArrayList<>();
        for (int tile = 0; tile < batch * filters; tile++) {
            var statistics =
                    Arrays.stream(values, tile * size, (tile + 1) * size).summaryStatistics();
            rows.add(List.of(
                    tile / filters + 1,
                    tile % filters + 1,
                    statistics.getMin(),
                    statistics.getAverage(),
                    statistics.getMax()));
        }
        return new DataTable("Values of each tile", List.of("image", "kernel", "smallest", "mean", "largest"), rows);
    }
}
