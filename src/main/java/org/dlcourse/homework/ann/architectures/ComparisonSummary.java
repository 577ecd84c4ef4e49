package org.dlcourse.homework.ann.architectures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;
import org.dlcourse.kit.Seconds;

/**
 * The comparison of the architectures in words and tables.
 *
 * @param result of the comparison
 */
record ComparisonSummary(ArchitectureComparison.Result result) {
    private static final int REPEATS_OF_HANDOUT = 10;

    /** The result in a few sentences, from the numbers of these runs. */
    String conclusion() {
        Repeats best = result.best();
        double lowest = result.worstConvolutionalNetwork().bestTestAccuracy();
        double highest =
                ArchitectureComparison.Result.best(result.perceptrons()).bestTestAccuracy();
        return String.format(
                Locale.ROOT,
                "%s convolutional network beats every perceptron, compared by the best test accuracy of the repeats: the"
                        + " lowest of the convolutional networks is %.3f, the highest of the perceptrons %.3f. %s is best, with"
                        + " a test accuracy of %.3f and %,d parameters.%s%s",
                lowest > highest ? "Every" : "Not every",
                lowest,
                highest,
                best.architecture().name(),
                best.bestTestAccuracy(),
                best.architecture().parameterCount(),
                atChance(),
                repeats());
    }

    /** Says so, at any scale, if there are fewer repeats than the handout asks for. */
    private String repeats() {
        return result.best().runs().size() >= REPEATS_OF_HANDOUT
                ? ""
                : String.format(
                        Locale.ROOT,
                        " The handout asks for at least %d repeats; this result has %s per architecture.",
                        REPEATS_OF_HANDOUT,
                        result.runCount());
    }

    /** Names the runs that stayed at chance: with these initial weights a network may learn nothing. */
    private String atChance() {
        List<String> runs =
                result.atChance().stream().map(run -> run.request().toString()).toList();
        return runs.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Runs that learnt nothing, with a test accuracy of at most three standard errors above chance: %s.",
                        String.join(", ", runs));
    }

    /** Size, accuracies with their confidence intervals, and time, one row per architecture. */
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
                    band(repeats),
                    Seconds.rounded(repeats.seconds())));
        }
        return new DataTable(
                "Accuracy after training, mean and 95 % confidence interval over " + result.runCount(),
                List.of(
                        "Architecture",
                        "Parameters",
                        "Training",
                        "Validation",
                        "Test",
                        "Best test",
                        "At full scale: published best, band",
                        "Seconds per run"),
                rows);
    }

    private static String band(Repeats repeats) {
        AccuracyBand band = AccuracyBand.of(repeats.architecture());
        return String.format(Locale.ROOT, "%.3f, %.3f – %.3f", band.published(), band.lower(), band.upper());
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
