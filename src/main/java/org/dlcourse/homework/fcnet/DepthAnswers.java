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
            return "Mean validation accuracy: " + means + ". Two layers are best on average: no gain of depth is seen.";
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
        PairedDifference difference = PairedDifference.of(last, first, run -> gap(run.result()));
        String judgement;
        if (difference.isHigher()) {
            judgement = "the deeper network learns more by heart";
        } else if (difference.isLower()) {
            judgement = "the deeper network learns less by heart";
        } else {
            judgement = "which depth learns more by heart cannot be told";
        }
        return String.format(
                Locale.ROOT,
                "Training accuracy exceeds validation accuracy by %s with two layers and %s with five: a difference of %s, seed by seed,"
                        + " so that %s%s. Five layers have %.2f times the parameters of two, since the first layer holds most of them.",
                first.mean(DepthAnswers::gap),
                last.mean(DepthAnswers::gap),
                difference,
                judgement,
                difference.interval().count() == 1 ? " by these two runs" : "",
                (double) last.architecture().parameterCount()
                        / first.architecture().parameterCount());
    }

    private static double gap(TrainingResult run) {
        return run.trainingAccuracy() - run.validationAccuracy();
    }

    String tested() {
        return String.format(
                Locale.ROOT,
                "The run with the best validation accuracy of all, %s with %.3f, was tested, once for this question: %.3f. The best of many"
                        + " is also the luckiest on the images that it was chosen by.",
                result.best().request(),
                result.best().result().validationAccuracy(),
                result.tested().result().testAccuracy());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
