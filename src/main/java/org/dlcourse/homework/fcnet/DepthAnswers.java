package org.dlcourse.homework.fcnet;

import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.PairedDifference;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.training.TrainingResult;

/**
 * What the comparison of depths says, in words that follow from its numbers.
 *
 * @param result what the comparison found
 */
record DepthAnswers(DepthComparison.Result result) {
    String conclusion() {
        Repeats shallowest = result.depths().get(0);
        Repeats best = result.bestOnAverage();
        String means = String.join(
                ", ",
                result.depths().stream()
                        .map(repeats -> repeats.architecture().name() + " " + repeats.validationAccuracy())
                        .toList());
        if (best == shallowest) {
            return "Mean validation accuracy: " + means + ". Depth brings nothing here: two layers are best.";
        }
        PairedDifference gain =
                PairedDifference.of(best, shallowest, run -> run.result().validationAccuracy());
        return String.format(
                Locale.ROOT,
                "Mean validation accuracy: %s. %s are best on average, by %s over two, seed by seed%s",
                means,
                capital(best.architecture().name()),
                gain,
                luck(gain));
    }

    private static String luck(PairedDifference gain) {
        if (gain.interval().count() == 1) {
            return ": one run of each, which says nothing of luck.";
        }
        return gain.isHigher() ? ", which is more than luck." : ": that may be luck, since the interval holds 0.";
    }

    String overfitting() {
        List<Repeats> depths = result.depths();
        Repeats first = depths.get(0);
        Repeats last = depths.get(depths.size() - 1);
        double firstGap = first.mean(DepthAnswers::gap).mean();
        double lastGap = last.mean(DepthAnswers::gap).mean();
        return String.format(
                Locale.ROOT,
                "Training accuracy exceeds validation accuracy by %.3f with two layers and %.3f with five. %s Five layers"
                        + " have %.2f times the parameters of two, since the first layer holds most of them: depth changes what"
                        + " functions are near more than how many weights there are to fit.",
                firstGap,
                lastGap,
                lastGap > firstGap
                        ? "Deeper networks fit the training images more than they learn what carries over."
                        : "Here the deeper network is not the one that learns more by heart.",
                (double) last.architecture().parameterCount()
                        / first.architecture().parameterCount());
    }

    private static double gap(TrainingResult run) {
        return run.trainingAccuracy() - run.validationAccuracy();
    }

    String tested() {
        return String.format(
                Locale.ROOT,
                "The run with the best validation accuracy of all, %s (%.3f), was tested once: %.3f.",
                result.best().request(),
                result.best().result().validationAccuracy(),
                result.tested().result().testAccuracy());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
