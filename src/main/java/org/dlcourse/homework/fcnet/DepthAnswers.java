package org.dlcourse.homework.fcnet;

import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
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
            return "Mean validation accuracy with its 95 % interval: " + means
                    + ". Two layers are best on average: these runs show no gain from depth.";
        }
        SeedComparison gain = result.againstTwoLayers(best);
        return String.format(
                Locale.ROOT,
                "Mean validation accuracy with its 95 %% interval: %s. %s are best on average. %s %s",
                means,
                capitalised(best.architecture().name()),
                gain.sentence(),
                gain.isShown()
                        ? "The difference is significant at the level of 0.05."
                        : "This difference is not significant at the level of 0.05: these data cannot show that more than two layers help.");
    }

    String overfitting() {
        List<Repeats> depths = result.depths();
        Repeats first = depths.get(0);
        Repeats last = depths.get(depths.size() - 1);
        SeedComparison more = new SeedComparison("gap", gaps(last), gaps(first));
        SeedComparison less = new SeedComparison("gap", gaps(first), gaps(last));
        String judgement;
        if (more.isShown()) {
            judgement = "the deeper network overfits more";
        } else if (less.isShown()) {
            judgement = "the deeper network overfits less";
        } else {
            judgement = "these runs do not show which one overfits more";
        }
        return String.format(
                Locale.ROOT,
                "Training accuracy exceeds validation accuracy by %s with two layers and %s with five. With five layers the"
                        + " gap changes by %+.3f (paired t-test over seeds, one-sided, p = %s): %s. Five layers have %.2f times as many"
                        + " parameters as two, since most of them are in the first layer.",
                first.mean(DepthAnswers::gap),
                last.mean(DepthAnswers::gap),
                more.meanDifference(),
                (more.pValue() < less.pValue() ? more : less).pValueInWords(),
                judgement,
                (double) last.architecture().parameterCount()
                        / first.architecture().parameterCount());
    }

    private static SeedSample gaps(Repeats repeats) {
        return SeedSample.of(repeats.architecture().name(), repeats.runs(), run -> gap(run.result()));
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
