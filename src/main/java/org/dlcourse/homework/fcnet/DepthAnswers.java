package org.dlcourse.homework.fcnet;

import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.PairedDifference;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.training.TrainingResult;

/**
 * Answers about depth that follow from the numbers of the comparison.
 *
 * @param result of the comparison
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
            return "Mean validation accuracy: " + means
                    + ". Two layers are best on average: these runs show no gain from depth.";
        }
        PairedDifference gain =
                PairedDifference.of(best, shallowest, run -> run.result().validationAccuracy());
        return String.format(
                Locale.ROOT,
                "Mean validation accuracy: %s. %s are best on average; their difference from two layers, paired by seed, is %s%s",
                means,
                capitalised(best.architecture().name()),
                gain,
                certainty(gain));
    }

    private static String certainty(PairedDifference gain) {
        if (gain.interval().count() == 1) {
            return ": one run of each, which does not show how much seeds differ.";
        }
        return gain.isHigher()
                ? ": the interval is above 0."
                : ": the interval contains 0, so these runs do not show a gain.";
    }

    String overfitting() {
        List<Repeats> depths = result.depths();
        Repeats first = depths.get(0);
        Repeats last = depths.get(depths.size() - 1);
        PairedDifference difference = PairedDifference.of(last, first, run -> gap(run.result()));
        String judgement;
        if (difference.isHigher()) {
            judgement = "the deeper network overfits more";
        } else if (difference.isLower()) {
            judgement = "the deeper network overfits less";
        } else {
            judgement = "these runs do not show which one overfits more";
        }
        return String.format(
                Locale.ROOT,
                "Training accuracy exceeds validation accuracy by %s with two layers and %s with five. The difference, paired by seed, is"
                        + " %s: %s%s. Five layers have %.2f times as many parameters as two, since most of them are in the"
                        + " first layer.",
                first.mean(DepthAnswers::gap),
                last.mean(DepthAnswers::gap),
                difference,
                judgement,
                difference.interval().count() == 1 ? " in these two runs" : "",
                (double) last.architecture().parameterCount()
                        / first.architecture().parameterCount());
    }

    private static double gap(TrainingResult run) {
        return run.trainingAccuracy() - run.validationAccuracy();
    }

    String tested() {
        return String.format(
                Locale.ROOT,
                "The best validation accuracy, %.3f, is that of %s; this run was tested once for this question: test accuracy"
                        + " %.3f. The validation accuracy of the best of many runs is biased upwards, since it was the criterion of the choice.",
                result.best().result().validationAccuracy(),
                result.best().request(),
                result.tested().result().testAccuracy());
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
