package org.dlcourse.homework.fcnet;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Drawing;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.homework.fcnet.HyperparameterSearch.Stage;
import org.dlcourse.homework.fcnet.HyperparameterSearch.Trial;

/**
 * Validation accuracy of every trial over each hyper-parameter.
 *
 * @param result of the search
 */
record SearchFigure(HyperparameterSearch.Result result) {
    private record Group(Stage stage, Color colour) {
        String name() {
            return stage.toString();
        }
    }

    private static final List<Group> GROUPS = List.of(
            new Group(Stage.COARSE, Palette.SKY_BLUE),
            new Group(Stage.FINE, Palette.BLUE),
            new Group(Stage.SINGLE, Palette.ORANGE),
            new Group(Stage.DEFAULT, Palette.VERMILION));

    Figure figure() {
        List<Drawing> panels = List.of(
                panel(Axis.logarithmic("learning rate", 5e-5, 2e-2), Candidate::learningRate),
                panel(Axis.logarithmic("penalty λ", 2e-4, 4), Candidate::penalty),
                panel(Axis.linear("hidden units"), Candidate::hiddenUnits),
                panel(Axis.linear("steps"), Candidate::steps));
        return new Figure(
                "Hyper-parameter search",
                String.format(
                        Locale.ROOT,
                        "Each point is one trained network, drawn once for each of its hyper-parameters. The coarse search draws"
                                + " learning rates and penalties log-uniformly over two and three decades; the fine search"
                                + " draws near the best of them.%s At %s scale, mini-batches of %d, seed %d. Data: %s.",
                        diverged(),
                        result.scale(),
                        result.best().run().request().plan().batchSize(),
                        result.best().run().request().seed(),
                        result.data().description()),
                900,
                620,
                new Panels(
                        2,
                        panels,
                        new Legend(GROUPS.stream()
                                .map(group -> new Legend.Entry(group.name(), group.colour(), Style.POINTS))
                                .toList())),
                List.of(table()));
    }

    private String diverged() {
        long diverged = result.trials().stream().filter(Trial::diverged).count();
        return diverged == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " %d of %d diverged and are near guessing.",
                        diverged,
                        result.trials().size());
    }

    private Chart panel(Axis x, ToDoubleFunction<Candidate> value) {
        List<Series> series = GROUPS.stream()
                .map(group -> {
                    List<Trial> trials = result.of(group.stage());
                    return new Series(
                            group.name(),
                            trials.stream()
                                    .map(Trial::candidate)
                                    .mapToDouble(value)
                                    .toArray(),
                            trials.stream()
                                    .mapToDouble(Trial::validationAccuracy)
                                    .toArray(),
                            group.colour(),
                            Style.POINTS);
                })
                .toList();
        return new Chart("", x, Axis.linear("validation accuracy"), series, List.of(Marker.atY(.1, "guessing")));
    }

    /** Every trial, the best first. */
    DataTable table() {
        return new DataTable(
                "All trials",
                List.of(
                        "Stage",
                        "Hidden units",
                        "Learning rate",
                        "Penalty λ",
                        "Steps",
                        "Last training loss",
                        "Training accuracy",
                        "Validation accuracy"),
                result.trials().stream()
                        .sorted((a, b) -> Double.compare(b.validationAccuracy(), a.validationAccuracy()))
                        .map(SearchFigure::row)
                        .toList());
    }

    private static List<Object> row(Trial trial) {
        Candidate candidate = trial.candidate();
        return List.of(
                trial.stage(),
                candidate.hiddenUnits(),
                String.format(Locale.ROOT, "%.2g", candidate.learningRate()),
                String.format(Locale.ROOT, "%.2g", candidate.penalty()),
                candidate.steps(),
                trial.lastLoss(),
                trial.trainingAccuracy(),
                trial.validationAccuracy());
    }
}
