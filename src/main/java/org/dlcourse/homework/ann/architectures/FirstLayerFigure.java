package org.dlcourse.homework.ann.architectures;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.ColourScale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;
import org.dlcourse.figure.WithColourBar;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Shape;
import org.dlcourse.training.FloatArray;

/**
 * The first layer's weights of a network, one tile per unit or filter.
 *
 * @param architecture of the network
 * @param weights [units, inputs] or [filters, channels, height, width]
 * @param origin of the weights, such as "from the run with seed 1"
 * @param runCaption scale, seeds and data; empty if they are not known
 */
record FirstLayerFigure(Architecture architecture, FloatArray weights, String origin, String runCaption) {
    /** Those of an architecture's best run. */
    static FirstLayerFigure ofBest(Repeats repeats, String runCaption) {
        Run best = repeats.best();
        return new FirstLayerFigure(
                repeats.architecture(),
                best.result().firstLayerWeights(),
                String.format(
                        Locale.ROOT,
                        "from the run with the best test accuracy (%.3f, seed %d)",
                        best.result().testAccuracy(),
                        best.request().seed()),
                runCaption);
    }

    Figure figure() {
        Shape input = architecture.input();
        boolean convolution = architecture.isConvolutional();
        int height = convolution ? weights.shape()[2] : input.height();
        int width = convolution ? weights.shape()[3] : input.width();
        double limit = largestColoured();
        List<BufferedImage> tiles = IntStream.range(0, weights.rows())
                .mapToObj(unit -> ImageTile.of(doubles(weights.row(unit)), height, width, ColourScale.diverging(limit)))
                .toList();
        int columns = 8;
        int rows = (tiles.size() + columns - 1) / columns;
        int pictureWidth = convolution ? 620 : 760;
        String caption = String.format(
                        Locale.ROOT,
                        "%s: %d %s of %d x %d weights, %s. White is 0, red"
                                + " positive, blue negative; the colour scale ends at ±%.3g, which 99 %% of the weights do not exceed"
                                + " in absolute value. %s",
                        architecture.name(),
                        weights.rows(),
                        convolution ? "filters" : "units",
                        height,
                        width,
                        origin,
                        limit,
                        runCaption)
                .strip();
        return new Figure(
                "First layer of " + architecture.name(),
                caption,
                pictureWidth + 70,
                8 + pictureWidth * rows / columns,
                new WithColourBar(new ImageGrid("", columns, tiles), ColourScale.diverging(limit)),
                List.of(weightTable()));
    }

    private DataTable weightTable() {
        int size = weights.values().length / weights.rows();
        List<String> columns = IntStream.range(0, size).mapToObj(i -> "w" + i).toList();
        List<List<Object>> rows = IntStream.range(0, weights.rows())
                .mapToObj(unit -> {
                    List<Object> row = new ArrayList<>();
                    for (float weight : weights.row(unit)) {
                        row.add(weight);
                    }
                    return row;
                })
                .toList();
        return new DataTable("First-layer weights of " + architecture.name() + ", one row per unit", columns, rows);
    }

    /** The absolute value that 99 % of the weights do not exceed; 1 if that is 0. */
    private double largestColoured() {
        double[] sizes = IntStream.range(0, weights.values().length)
                .mapToDouble(i -> Math.abs(weights.values()[i]))
                .sorted()
                .toArray();
        double limit = sizes[(int) (0.99 * (sizes.length - 1))];
        return limit == 0 ? 1 : limit;
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
