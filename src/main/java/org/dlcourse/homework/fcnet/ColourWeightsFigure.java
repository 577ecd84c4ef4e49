package org.dlcourse.homework.fcnet;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Drawing;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;
import org.dlcourse.figure.Panels;
import org.dlcourse.homework.fcnet.HyperparameterSearch.Trial;
import org.dlcourse.training.FloatArray;

/**
 * First-layer weights of the default and of the tuned network as colour pictures.
 *
 * @param result of the search
 */
record ColourWeightsFigure(HyperparameterSearch.Result result) {
    private static final int COLUMNS = 5;
    private static final int ROWS = 4;
    private static final int SIDE = 32;
    private static final double QUANTILE = 0.99;

    Figure figure() {
        Trial byDefault = result.byDefault();
        Trial best = result.best();
        return new Figure(
                "First-layer weights",
                String.format(
                        Locale.ROOT,
                        "The %d hidden units with the largest weights of each network, one picture per unit: red, green and blue"
                                + " of a pixel are its three weights, gray is 0. The colours saturate at ±%.2g (default) and ±%.2g"
                                + " (tuned), the 99th percentile of the absolute weights shown; the initial weights have a"
                                + " standard deviation of 0.0001. Seed %d. Data: %s.",
                        COLUMNS * ROWS,
                        bound(largest(weights(byDefault))),
                        bound(largest(weights(best))),
                        best.run().request().seed(),
                        result.data().description()),
                900,
                370,
                new Panels(2, List.of(grid("Default", byDefault), grid("Tuned", best))),
                List.of(table("default", byDefault), table("tuned", best)));
    }

    private static FloatArray weights(Trial trial) {
        return trial.run().result().firstLayerWeights();
    }

    private static Drawing grid(String name, Trial trial) {
        List<float[]> units = largest(weights(trial));
        double bound = bound(units);
        List<BufferedImage> tiles =
                units.stream().map(unit -> tile(unit, bound)).toList();
        return new ImageGrid(
                String.format(Locale.ROOT, "%s: validation accuracy %.3f", name, trial.validationAccuracy()),
                COLUMNS,
                tiles);
    }

    private static BufferedImage tile(float[] unit, double bound) {
        byte[] planes = new byte[unit.length];
        for (int i = 0; i < unit.length; i++) {
            planes[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, 0.5 + 0.5 * unit[i] / bound)));
        }
        return ImageTile.ofRgb(planes, 0, SIDE, SIDE);
    }

    /** The units with the largest weights, by the sum of their squares. */
    private static List<float[]> largest(FloatArray weights) {
        return IntStream.range(0, weights.rows())
                .mapToObj(weights::row)
                .sorted((a, b) -> Double.compare(squares(b), squares(a)))
                .limit((long) COLUMNS * ROWS)
                .toList();
    }

    private static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        return sum;
    }

    private static double bound(List<float[]> units) {
        double[] sizes = units.stream()
                .flatMapToDouble(unit -> IntStream.range(0, unit.length).mapToDouble(i -> Math.abs(unit[i])))
                .sorted()
                .toArray();
        return sizes[(int) (QUANTILE * (sizes.length - 1))];
    }

    private static DataTable table(String name, Trial trial) {
        FloatArray weights = weights(trial);
        return new DataTable(
                "Norm of the first-layer weights of every unit, " + name,
                List.of("unit", "norm"),
                IntStream.range(0, weights.rows())
                        .mapToObj(unit -> List.<Object>of(unit, Math.sqrt(squares(weights.row(unit)))))
                        .toList());
    }
}
