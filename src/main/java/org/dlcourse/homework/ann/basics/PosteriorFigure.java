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

/**
 * A network's softmax against the true posterior, and a reliability diagram.
 *
 * @param estimate the network's probabilities for the test points
 * @param source the data, for the caption
 */
record PosteriorFigure(PosteriorEstimate estimate, String source) {
    private static final List<Color> COLOURS = List.of(Palette.BLUE, Palette.ORANGE, Palette.GREEN);
    private static final int DRAWN_POINTS = 400;
    private static final int BINS = 10;
    /** A normal variable is within this many standard deviations of its mean with a probability of 95 %. */
    private static final double NORMAL_95 = 1.96;

    private static final int FEWEST_PER_BIN = 20;

    private record Bin(double predicted, double observed, int count) {
        /** Standard error of the observed fraction if the predicted one is correct. */
        double standardError() {
            return Math.sqrt(predicted * (1 - predicted) / count);
        }

        /** Half of the interval that holds 95 % of such fractions, by the normal approximation. */
        double halfWidth() {
            return NORMAL_95 * standardError();
        }

        /** The distance of the observed from the predicted fraction, in standard errors. */
        double deviation() {
            return Math.abs(observed - predicted) / standardError();
        }
    }

    Figure figure() {
        List<Series> scatter = new ArrayList<>();
        List<Series> reliability = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        List<Bin> allBins = new ArrayList<>();
        for (int c = 0; c < GaussianMixture.CLASSES; c++) {
            scatter.add(scatter(c));
            List<Bin> bins = bins(c);
            allBins.addAll(bins);
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
            reliability.add(new Series("class " + (c + 1), predicted, observed, COLOURS.get(c), Style.POINTS));
            tables.add(table(c, bins));
        }
        scatter.add(diagonal());
        reliability.add(0, diagonal());
        Axis predicted = Axis.linear("softmax", 0, 1);
        Chart left =
                new Chart("Softmax and posterior", Axis.linear("true posterior", 0, 1), predicted, scatter, List.of());
        Chart right = new Chart(
                "Reliability diagram", predicted, Axis.linear("fraction of the class", 0, 1), reliability, List.of());
        List<Legend.Entry> entries = new ArrayList<>();
        for (int c = 0; c < GaussianMixture.CLASSES; c++) {
            entries.add(new Legend.Entry("class " + (c + 1), COLOURS.get(c), Style.POINTS));
        }
        entries.add(new Legend.Entry("equal values", Palette.NEUTRAL, Style.DASHED));
        return new Figure(
                "Softmax and true posterior",
                String.format(
                        Locale.ROOT,
                        "Left: the first %,d of %,d test points, one dot for each point and class. Right: for each class, all"
                                + " test points sorted by their softmax into %d bins; each dot shows the mean softmax of a bin"
                                + " and the fraction of its points that are of the class (bins of fewer than %d points are left"
                                + " out). Vertical bars: where 95 %% of such fractions lie if the softmax is correct, for the"
                                + " bin's number of points. %d of %d fractions lie outside their bar (one in twenty would if the softmax"
                                + " were exact), the furthest %.1f standard errors from the mean softmax. Run with seed %d. %s",
                        DRAWN_POINTS,
                        estimate.labels().length,
                        BINS,
                        FEWEST_PER_BIN,
                        allBins.stream()
                                .filter(bin -> bin.deviation() > NORMAL_95)
                                .count(),
                        allBins.size(),
                        allBins.stream().mapToDouble(Bin::deviation).max().orElse(0),
                        estimate.seed(),
                        source),
                900,
                410,
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
        return new Series("class " + (label + 1), truth, predicted, COLOURS.get(label), Style.DOTS);
    }

    private static Series diagonal() {
        return new Series("equal values", new double[] {0, 1}, new double[] {0, 1}, Palette.NEUTRAL, Style.DASHED);
    }

    private List<Bin> bins(int label) {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int index = bin;
            int[] members = IntStream.range(0, estimate.labels().length)
                    .filter(i -> Math.min(BINS - 1, (int) (BINS * estimate.predicted()[i][label])) == index)
                    .toArray();
            if (members.length >= FEWEST_PER_BIN) {
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
                List.of("mean softmax", "fraction of the class", "points"),
                bins.stream()
                        .map(bin -> List.<Object>of(bin.predicted(), bin.observed(), bin.count()))
                        .toList());
    }
}
