package org.dlcourse.homework.fcnet;

import java.util.List;
import java.util.Locale;
import org.dlcourse.homework.fcnet.HyperparameterSearch.Stage;
import org.dlcourse.homework.fcnet.HyperparameterSearch.Trial;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * What the search says, in words that follow from its numbers.
 *
 * @param result what the search found
 */
record SearchAnswers(HyperparameterSearch.Result result) {
    private static final List<String> NAMES = List.of("hidden units", "learning rate", "penalty", "steps");

    /** Part of the fall of the loss that counts as still falling when it comes in the second half. */
    private static final double STILL_FALLING = 0.1;

    /** A gap between training and validation accuracy that three standard errors of the validation set do not explain. */
    private double explainedGap(double accuracy) {
        return 3
                * Math.sqrt(
                        accuracy * (1 - accuracy) / result.data().validation().count());
    }

    String conclusion() {
        Trial best = result.best();
        double test = result.tested().result().testAccuracy();
        return String.format(
                Locale.ROOT,
                "The default comes to a validation accuracy of %.3f; the best of %d networks, with %s, to %.3f. The test set was"
                        + " read once, with that one, after the search: %.3f. %s",
                result.byDefault().validationAccuracy(),
                result.trials().size(),
                words(best.candidate()),
                best.validationAccuracy(),
                test,
                test < best.validationAccuracy()
                        ? "That is less than its validation accuracy, as must be expected: the best of many is also the"
                                + " luckiest on the images that it was chosen by."
                        : "That is no less than its validation accuracy, although the best of many is also the luckiest on the"
                                + " images that it was chosen by.");
    }

    private static String words(Candidate candidate) {
        return String.format(
                Locale.ROOT,
                "%d hidden units, a learning rate of %.2g, λ = %.2g and %,d steps",
                candidate.hiddenUnits(),
                candidate.learningRate(),
                candidate.penalty(),
                candidate.steps());
    }

    String whyTheDefaultIsPoor() {
        Trial trial = result.byDefault();
        LearningCurves curves = trial.run().result().curves();
        double[] losses = curves.of(Curve.MEAN_TRAINING_LOSS);
        double start = losses[0];
        double middle = losses[losses.length / 2];
        double end = losses[losses.length - 1];
        double gap = trial.trainingAccuracy() - trial.validationAccuracy();
        boolean overfits = gap > explainedGap(trial.validationAccuracy());
        boolean speedsUp = middle - end > start - middle;
        String fall = String.format(
                Locale.ROOT,
                "Its loss falls from %.4f to %.4f in %,d steps, by %.4f in the first half and %.4f in the second",
                start,
                end,
                trial.candidate().steps(),
                start - middle,
                middle - end);
        return fall
                + (middle - end > STILL_FALLING * (start - end)
                        ? ": it is still falling, so that training ends before it is done. "
                        : ": it has come to rest. ")
                + (speedsUp
                        ? "It even falls faster in the end: with weights of .0001 the hidden units begin near 0 and hand next to"
                                + " no gradient back, which grows only as they do, and small steps spend their time on that. "
                        : "")
                + String.format(
                        Locale.ROOT,
                        "Training and validation accuracy are %.3f and %.3f",
                        trial.trainingAccuracy(),
                        trial.validationAccuracy())
                + (overfits
                        ? ", a gap beyond what a validation set of this size leaves to luck: it learns by heart."
                        : ", no gap beyond luck: it does not learn too much by heart, it learns too little.");
    }

    /** Which single change helps most. */
    String whatMatters() {
        List<Trial> singles = result.of(Stage.SINGLE);
        StringBuilder text = new StringBuilder("The default with one of the tuned values at a time: ");
        int most = 0;
        for (int i = 0; i < singles.size(); i++) {
            text.append(String.format(
                    Locale.ROOT, "%s %.3f%s", NAMES.get(i), singles.get(i).validationAccuracy(), i < 3 ? ", " : ". "));
            if (singles.get(i).validationAccuracy() > singles.get(most).validationAccuracy()) {
                most = i;
            }
        }
        double gain =
                singles.get(most).validationAccuracy() - result.byDefault().validationAccuracy();
        double all = result.best().validationAccuracy() - result.byDefault().validationAccuracy();
        return text
                + (gain > 0
                        ? String.format(
                                Locale.ROOT,
                                "The %s alone bring%s %.3f of the %.3f that all four bring.",
                                NAMES.get(most),
                                NAMES.get(most).endsWith("s") ? "" : "s",
                                gain,
                                all)
                        : "None of them helps alone.");
    }
}
