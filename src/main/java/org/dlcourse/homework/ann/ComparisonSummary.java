package org.dlcourse.homework.ann;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.ann.ArchitectureComparison.Repeats;

/**
 * The comparison in words and in a table.
 *
 * @param result what the comparison found
 */
record ComparisonSummary(ArchitectureComparison.Result result) {
    /** The result in two sentences, from the numbers of these runs. */
    String conclusion() {
        Repeats best = result.best();
        double lowest = result.lowestConvolutional();
        double highest = result.highestPerceptron();
        String relation = lowest > highest
                ? String.format(
                        Locale.ROOT,
                        "Every convolutional network beats every perceptron: the lowest mean test accuracy of the former is"
                                + " %.3f, the highest of the latter %.3f.",
                        lowest,
                        highest)
                : String.format(
                        Locale.ROOT,
                        "Not every convolutional network beats every perceptron here: the lowest mean test accuracy of the"
                                + " former is %.3f, the highest of the latter %.3f.",
                        lowest,
                        highest);
        return relation
                + String.format(
                        Locale.ROOT,
                        " %s is best with %s (test accuracy, %s), at %,d parameters.",
                        best.architecture().name(),
                        best.testAccuracy(),
                        result.repeatsText(),
                        best.architecture().parameterCount());
    }

    /** One row an architecture: size, accuracies with their intervals, time. */
    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Repeats repeats : result.architectures()) {
            rows.add(List.of(
                    repeats.architecture().name(),
                    repeats.architecture().notation(),
                    repeats.architecture().parameterCount(),
                    repeats.trainingAccuracy(),
                    repeats.validationAccuracy(),
                    repeats.testAccuracy(),
                    repeats.best().result().testAccuracy(),
                    Math.round(repeats.seconds())));
        }
        return new DataTable(
                "Accuracy after training, mean and 95 % confidence interval over " + result.repeatsText(),
                List.of(
                        "Architecture",
                        "Layers",
                        "Parameters",
                        "Training",
                        "Validation",
                        "Test",
                        "Best test",
                        "Seconds a run"),
                rows);
    }
}
