package org.dlcourse.homework.ann.learningrates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.grading.RecordedTraining;
import org.dlcourse.homework.ann.HandedInPart;
import org.dlcourse.homework.ann.Smoothing;

/**
 * Loss and validation accuracy with three learning rates, drawn from a student's files.
 *
 * @param training the curves of one network
 */
record HandedInLearningRateFigure(RecordedTraining training) {
    /** None if no curve can be drawn. */
    Optional<Figure> figure() {
        List<Series> loss = series(HandedInLearningRates.LOSS);
        List<Series> accuracy = series(HandedInLearningRates.ACCURACY);
        if (loss.isEmpty() && accuracy.isEmpty()) {
            return Optional.empty();
        }
        String network = training.network().isEmpty() ? "a network that is not named" : training.network();
        return Optional.of(new Figure(
                "Loss and validation accuracy with three learning rates, " + network,
                "Drawn from the files that were handed in. Each curve is a moving average over one fortieth of its points (the"
                        + " attached data are not smoothed).",
                900,
                420,
                new Panels(
                        2,
                        List.of(
                                new Chart("Training loss", "recorded point", "cross-entropy / nats", loss),
                                new Chart(
                                        "Validation accuracy",
                                        Axis.linear("recorded point"),
                                        Axis.linear("accuracy"),
                                        accuracy,
                                        List.of(Marker.atY(.1, "guessing")))),
                        legend()),
                HandedInPart.tables(
                        training, training.arrays().keySet().stream().sorted().toList())));
    }

    private List<Series> series(String prefix) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < Part5File.SUFFIXES.size(); i++) {
            double[] curve = training.curve(prefix + Part5File.SUFFIXES.get(i));
            if (HandedInPart.canBeDrawn(curve)) {
                series.add(new Series(
                                name(i),
                                HandedInPart.numbered(curve),
                                curve,
                                LearningRateFigure.COLOURS.get(i),
                                Style.SOLID)
                        .smoothed(Smoothing.window(curve.length)));
            }
        }
        return series;
    }

    private static String name(int rate) {
        return "learning rate " + LearningRateComparison.LEARNING_RATES.get(rate);
    }

    private static Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < Part5File.SUFFIXES.size(); i++) {
            entries.add(new Legend.Entry(name(i), LearningRateFigure.COLOURS.get(i), Style.SOLID));
        }
        return new Legend(entries);
    }
}
