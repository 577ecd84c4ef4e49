package org.dlcourse.homework.ann.architectures;

import static org.dlcourse.homework.ann.architectures.HandedInArchitectures.LOSS;
import static org.dlcourse.homework.ann.architectures.HandedInArchitectures.TEST_ACCURACY;
import static org.dlcourse.homework.ann.architectures.HandedInArchitectures.TRAINING_ACCURACY;
import static org.dlcourse.homework.ann.architectures.HandedInArchitectures.VALIDATION_ACCURACY;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.grading.RecordedTraining;
import org.dlcourse.homework.ann.ArchitectureColours;
import org.dlcourse.homework.ann.HandedInPart;
import org.dlcourse.homework.ann.Smoothing;

/**
 * The handout's four plots, drawn from a student's files.
 *
 * @param part the files
 */
record HandedInComparisonFigure(HandedInPart part) {
    private static final String CAPTION =
            "Drawn from the files that were handed in. Each curve is a moving average over one fortieth of its points (the attached"
                    + " data are not smoothed). In the third plot each point is one network: its test accuracy against the mean"
                    + " training accuracy of its curve's last tenth. On the dashed diagonals both accuracies are equal.";

    /** None if no curve can be drawn. */
    Optional<Figure> figure() {
        Chart loss = new Chart("Training loss", "recorded point", "cross-entropy / nats", curves(LOSS, Style.SOLID));
        Chart accuracy = new Chart(
                "Training and validation accuracy",
                Axis.linear("recorded point"),
                Axis.linear("accuracy", 0, 1),
                Stream.concat(
                                curves(TRAINING_ACCURACY, Style.SOLID).stream(),
                                curves(VALIDATION_ACCURACY, Style.DASHED).stream())
                        .toList(),
                List.of());
        if (loss.series().isEmpty() && accuracy.series().isEmpty()) {
            return Optional.empty();
        }
        Chart generalisation = new Chart(
                "Test against final training accuracy",
                Axis.linear("training accuracy", 0, 1),
                Axis.linear("test accuracy", 0, 1),
                withDiagonal(points()),
                List.of());
        Chart validation = new Chart(
                "Validation against training accuracy",
                Axis.linear("training accuracy", 0, 1),
                Axis.linear("validation accuracy", 0, 1),
                withDiagonal(validationAgainstTraining()),
                List.of());
        return Optional.of(new Figure(
                "Performance of the architectures",
                CAPTION,
                900,
                760,
                new Panels(2, List.of(loss, accuracy, generalisation, validation), legend()),
                part.tables()));
    }

    private Color colour(RecordedTraining training) {
        return ArchitectureColours.of(part.networks().indexOf(training.network()));
    }

    private List<Series> curves(String key, Style style) {
        return part.found().stream()
                .filter(training -> HandedInPart.canBeDrawn(training.curve(key)))
                .map(training -> {
                    double[] curve = training.curve(key);
                    return new Series(training.network(), HandedInPart.numbered(curve), curve, colour(training), style)
                            .smoothed(Smoothing.window(curve.length));
                })
                .toList();
    }

    private List<Series> points() {
        return part.found().stream()
                .filter(training -> HandedInPart.canBeDrawn(training.curve(TRAINING_ACCURACY))
                        && HandedInPart.canBeDrawn(new double[] {training.number(TEST_ACCURACY)}))
                .map(training -> new Series(
                        training.network(),
                        new double[] {part.mean(training.network(), TRAINING_ACCURACY, .9, 1)},
                        new double[] {training.number(TEST_ACCURACY)},
                        colour(training),
                        Style.POINTS))
                .toList();
    }

    private List<Series> validationAgainstTraining() {
        List<Series> series = new ArrayList<>();
        for (RecordedTraining training : part.found()) {
            double[] accuracy = training.curve(TRAINING_ACCURACY);
            double[] validation = training.curve(VALIDATION_ACCURACY);
            if (accuracy.length == validation.length
                    && HandedInPart.canBeDrawn(accuracy)
                    && HandedInPart.canBeDrawn(validation)) {
                int window = Smoothing.window(accuracy.length);
                series.add(new Series(
                        training.network(),
                        Series.movingAverage(accuracy, window),
                        Series.movingAverage(validation, window),
                        colour(training),
                        Style.SOLID));
            }
        }
        return series;
    }

    private static List<Series> withDiagonal(List<Series> series) {
        double[] ends = {0, 1};
        return Stream.concat(
                        Stream.of(new Series("equal accuracy", ends, ends, Palette.NEUTRAL, Style.DASHED)),
                        series.stream())
                .toList();
    }

    private Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        part.found()
                .forEach(training -> entries.add(new Legend.Entry(training.network(), colour(training), Style.SOLID)));
        entries.add(new Legend.Entry("training", Palette.NEUTRAL, Style.SOLID));
        entries.add(new Legend.Entry("validation", Palette.NEUTRAL, Style.DASHED));
        return new Legend(entries);
    }
}
