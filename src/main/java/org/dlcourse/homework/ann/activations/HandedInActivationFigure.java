package org.dlcourse.homework.ann.activations;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.grading.RecordedTraining;
import org.dlcourse.homework.ann.ArchitectureColours;
import org.dlcourse.homework.ann.HandedInPart;
import org.dlcourse.homework.ann.Smoothing;

/**
 * Loss and norm of the gradient with each activation function, drawn from a student's files.
 *
 * @param part the files
 */
record HandedInActivationFigure(HandedInPart part) {
    private static final double SMALLEST_DRAWN = 1e-8;

    /** None if no curve can be drawn. */
    Optional<Figure> figure() {
        List<Series> loss = pairs(HandedInActivations.RELU_LOSS, HandedInActivations.SIGMOID_LOSS);
        List<Series> gradient = pairs(HandedInActivations.RELU_GRADIENT, HandedInActivations.SIGMOID_GRADIENT);
        if (loss.isEmpty() && gradient.isEmpty()) {
            return Optional.empty();
        }
        Chart left = new Chart(
                "Training loss",
                Axis.linear("recorded point"),
                Axis.linear("cross-entropy / nats"),
                loss,
                List.of(Marker.atY(Math.log(10), "ln 10: uniform prediction")));
        Chart right = new Chart(
                "Gradient of the loss with respect to the first layer",
                Axis.linear("recorded point"),
                decades(gradient),
                gradient,
                List.of());
        return Optional.of(new Figure(
                "Loss and gradient with ReLU and with the sigmoid",
                "Drawn from the files that were handed in. Each curve is a moving average over one fortieth of its points (the"
                        + " attached data are not smoothed). Gradients that are 0 or negative are drawn at the lower edge.",
                900,
                430,
                new Panels(2, List.of(left, right), legend()),
                part.tables()));
    }

    private List<Series> pairs(String solid, String dashed) {
        return part.found().stream()
                .flatMap(training -> Stream.of(
                                series(training, solid, Style.SOLID), series(training, dashed, Style.DASHED))
                        .flatMap(Optional::stream))
                .toList();
    }

    private Optional<Series> series(RecordedTraining training, String key, Style style) {
        double[] curve = training.curve(key);
        return HandedInPart.canBeDrawn(curve)
                ? Optional.of(
                        new Series(training.network(), HandedInPart.numbered(curve), curve, colour(training), style)
                                .smoothed(Smoothing.window(curve.length)))
                : Optional.empty();
    }

    private Color colour(RecordedTraining training) {
        return ArchitectureColours.of(part.networks().indexOf(training.network()));
    }

    /** From the power of ten below all drawn values to the one above. */
    private static Axis decades(List<Series> series) {
        DoubleSummaryStatistics values = series.stream()
                .flatMapToDouble(one -> Arrays.stream(one.y()))
                .filter(value -> value > SMALLEST_DRAWN)
                .summaryStatistics();
        return values.getCount() == 0
                ? Axis.logarithmic("Euclidean norm", SMALLEST_DRAWN, 1)
                : Axis.logarithmic(
                        "Euclidean norm",
                        Math.pow(10, Math.floor(Math.log10(values.getMin()))),
                        Math.pow(10, Math.floor(Math.log10(values.getMax())) + 1));
    }

    private Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        part.found()
                .forEach(training -> entries.add(new Legend.Entry(training.network(), colour(training), Style.SOLID)));
        entries.add(new Legend.Entry("ReLU", Palette.NEUTRAL, Style.SOLID));
        entries.add(new Legend.Entry("sigmoid", Palette.NEUTRAL, Style.DASHED));
        return new Legend(entries);
    }
}
