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
import org.dlcourse.model.Shape;
import org.dlcourse.training.FloatArray;

/**
 * The first layer's weights of an architecture's best run, one tile per unit or filter.
 *
 * @param repeats all runs of the architecture
 * @param runCaption scale, seeds and data
 */
record FirstLayerFigure(Repeats repeats, String runCaption) {
    Figure figure() {
        Run best = repeats.best();
        FloatArray weights = best.result().firstLayerWeights();
        Shape input = repeats.architecture().input();
        boolean convolution = repeats.architecture().isConvolutional();
        int height = convolution ? weights.shape()[2] : input.height();
        int width = convolution ? weights.shape()[3] : input.width();
        double limit = largestColoured(weights);
        List<BufferedImage> tiles = IntStream.range(0, weights.rows())
                .mapToObj(unit -> ImageTile.of(doubles(weights.row(unit)), height, width, ColourScale.diverging(limit)))
                .toList();
        int columns = 8;
        int rows = (tiles.size() + columns - 1) / columns;
        int pictureWidth = convolution ? 620 : 760;
        String caption = String.format(
                Locale.ROOT,
                "%s: %d %s of %d x %d weights, from the run with the best test accuracy (%.3f, seed %d). White is 0, red"
                        + " positive, blue negative; the colour scale ends at ±%.3g, which 99 %% of the weights do not exceed"
                        + " in absolute value. %s",
                repeats.architecture().name(),
                weights.rows(),
                convolution ? "filters" : "units",
                height,
                width,
                best.result().testAccuracy(),
                best.request().seed(),
                limit,
                runCaption);
        return new Figure(
                "First layer of " + repeats.architecture().name(),
                caption,
                pictureWidth + 70,
                8 + pictureWidth * rows / columns,
                new WithColourBar(new ImageGrid("", columns, tiles), ColourScale.diverging(limit)),
                List.of(weightTable(weights)));
    }

    private DataTable weightTable(FloatArray weights) {
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
        return new DataTable(
                "First-layer weights of " + repeats.architecture().name() + ", one row per unit", columns, rows);
    }

    /** The absolute value that 99 % of the weights do not exceed. */
    private static double largestColoured(FloatArray weights) {
        double[] sizes = IntStream.range(0, weights.values().length)
                .mapToDouble(i -> Math.abs(weights.values()[i]))
                .sorted()
                .toArray();
        return sizes[(int) (0.99 * (sizes.length - 1))];
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
