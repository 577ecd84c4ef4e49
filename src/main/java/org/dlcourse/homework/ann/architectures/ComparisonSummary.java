package org.dlcourse.homework.ann.architectures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;

/**
 * The comparison in words and in a table.
 *
 * @param result what the comparison found
 */
record ComparisonSummary(ArchitectureComparison.Result result) {
    private static final int HANDOUTS_REPEATS = 10;

    /** The result in a few sentences, from the numbers of these runs. */
    String conclusion() {
        Repeats best = result.best();
        double lowest = result.lowestConvolutional();
        double highest = result.highestPerceptron();
        return String.format(
                Locale.ROOT,
                "%s convolutional network beats every perceptron: of the best test accuracies among the repeats, the lowest"
                        + " of a convolutional network is %.3f, the highest of a perceptron %.3f. %s comes out best with"
                        + " %.3f, at %,d parameters.%s%s",
                lowest > highest ? "Every" : "Not every",
                lowest,
                highest,
                best.architecture().name(),
                best.bestTestAccuracy(),
                best.architecture().parameterCount(),
                stuck(),
                repeats());
    }

    /** Fewer repeats than the handout asks for are said, at whatever scale. */
    private String repeats() {
        return result.best().runs().size() >= HANDOUTS_REPEATS
                ? ""
                : String.format(
                        Locale.ROOT,
                        " The handout asks for at least %d repeats; here it was %s an architecture.",
                        HANDOUTS_REPEATS,
                        result.repeatsText());
    }

    /** Runs that never left chance are part of the result: with these initial weights a network may not start to learn. */
    private String stuck() {
        List<String> stuck =
                result.atChance().stream().map(run -> run.request().toString()).toList();
        return stuck.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Not learnt at all, with a test accuracy within three standard errors of chance: %s.",
                        String.join(", ", stuck));
    }

    /** One row an architecture: size, accuracies with their intervals, time. */
    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Repeats repeats : result.architectures()) {
            rows.add(List.of(
                    repeats.architecture().name(),
                    repeats.architecture().parameterCount(),
                    repeats.trainingAccuracy(),
                    repeats.validationAccuracy(),
                    repeats.testAccuracy(),
                    repeats.bestTestAccuracy(),
                    Math.round(repeats.seconds())));
        }
        return new DataTable(
                "Accuracy after training, mean and 95 % confidence interval over " + result.repeatsText(),
                List.of("Architecture", "Parameters", "Training", "Validation", "Test", "Best test", "Seconds a run"),
                rows);
    }

    /** The layers of each architecture. */
    DataTable layers() {
        return new DataTable(
                "Architectures",
                List.of("Architecture", "Layers with weights", "Layers"),
                result.architectures().stream()
                        .map(Repeats::architecture)
                        .map(architecture ->
                                List.<Object>of(architecture.name(), architecture.depth(), architecture.notation()))
                        .toList());
    }
}
