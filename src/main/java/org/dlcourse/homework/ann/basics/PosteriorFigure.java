package org.dlcourse.homework.ann.basics;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.homework.ann.basics.PosteriorExperiment.Estimate;

/**
 * A network's probabilities against the true ones, and against how often they came true.
 *
 * @param estimate what the network says of the test points
 * @param source what the points are
 */
record PosteriorFigure(Estimate estimate, String source) {
    private static final List<Color> COLOURS = List.of(Palette.BLUE, Palette.ORANGE, Palette.GREEN);
    private static final int DRAWN_POINTS = 400;
    private static final int BINS = 10;
    private static final int FEWEST_IN_A_BIN = 20;

    private record Bin(double predicted, double observed, int count) {
        /** Half the 95 % interval of a frequency, by the normal approximation. */
        double halfWidth() {
            return 1.96 * Math.sqrt(predicted * (1 - predicted) / count);
        }
    }

    Figure figure() {
        List<Series> scatter = new ArrayList<>();
        List<Series> reliability = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        for (int c = 0; c < GaussianMixture.CLASSES; c++) {
            scatter.add(scatter(c));
            List<Bin> bins = bins(c);
            double[] predicted = bins.stream().mapToDouble(Bin::predicted).toArray();
            double[] observed = bins.stream().mapToDouble(Bin::observed).toArray();
            for (Bin bin : bins) {
                reliability.add(new Series(
                        "interval",
                        new double[] {bin.predicted(), bin.predicted()},
                        new double[] {bin.predicted() - bin.halfWidth(), bin.predicted() + bin.halfWidth()},
                        COLOURS.get(c),
                        Style.SOLID));
            }
            reliability.add(new Series("class " + c, predicted, observed, COLOURS.get(c), Style.POINTS));
            tables.add(table(c, bins));
        }
        scatter.add(diagonal());
        reliability.add(0, diagonal());
        Axis predicted = Axis.linear("softmax", 0, 1);
        Chart left =
                new Chart("Softmax and posterior", Axis.linear("true posterior", 0, 1), predicted, scatter, List.of());
        Chart right = new Chart(
                "Reliability", predicted, Axis.linear("frequency of the class", 0, 1), reliability, List.of());
        List<Legend.Entry> entries = new ArrayList<>();
        for (int c = 0; c < GaussianMixture.CLASSES; c++) {
            entries.add(new Legend.Entry("class " + (c + 1), COLOURS.get(c), Style.POINTS));
        }
        entries.add(new Legend.Entry("equal", Palette.NEUTRAL, Style.DASHED));
        return new Figure(
                "The softmax beside the true posterior",
                String.format(
                        Locale.ROOT,
                        "Left: the first %,d of %,d points that the network never saw, one dot a point and class. Right:"
                                + " all of them by their softmax in %d bins (of at least %d points); how often a point"
                                + " was of the class. Upright lines: where 95 %% of the frequencies lie if the"
                                + " softmax is right, for the bin's number of points. Run with seed %d. %s",
                        DRAWN_POINTS,
                        estimate.labels().length,
                        BINS,
                        FEWEST_IN_A_BIN,
                        estimate.seed(),
                        source),
                900,
                450,
                new Panels(2, List.of(left, right), new Legend(entries)),
                tables);
    }

    private Series scatter(int label) {
        double[] truth = IntStream.range(0, DRAWN_POINTS)
                .mapToDouble(i -> estimate.posterior()[i][label])
                .toArray();
        double[] predicted = IntStream.range(0, DRAWN_POINTS)
                .mapToDouble(i -> estimate.predicted()[i][label])
                .toArray();
        return new Series("class " + label, truth, predicted, COLOURS.get(label), Style.DOTS);
    }

    private static Series diagonal() {
        return new Series("equal", new double[] {0, 1}, new double[] {0, 1}, Palette.NEUTRAL, Style.DASHED);
    }

    private List<Bin> bins(int label) {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int place = bin;
            int[] members = IntStream.range(0, estimate.labels().length)
                    .filter(i -> Math.min(BINS - 1, (int) (BINS * estimate.predicted()[i][label])) == place)
                    .toArray();
            if (members.length >= FEWEST_IN_A_BIN) {
                bins.add(new Bin(
                        IntStream.of(members)
                                .mapToDouble(i -> estimate.predicted()[i][label])
                                .average()
                                .orElseThrow(),
                        (double) IntStream.of(members)
                                        .filter(i -> estimate.labels()[i] == label)
                                        .count()
                                / members.length,
                        members.length));
            }
        }
        return bins;
    }

    private static DataTable table(int label, List<Bin> bins) {
        return new DataTable(
                "Reliability of class " + (label + 1),
                List.of("mean softmax", "frequency of the class", "points"),
                bins.stream()
                        .map(bin -> List.<Object>of(bin.predicted(), bin.observed(), bin.count()))
                        .toList());
    }
}
