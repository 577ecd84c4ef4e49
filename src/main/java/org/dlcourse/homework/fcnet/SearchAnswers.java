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

    private static final double STANDARD_ERRORS = 3;

    /** Part of the loss's fall in its last half from which on it is called still falling. */
    private static final double STILL_FALLING = 0.1;

    /** What three standard errors of two accuracies on the validation set leave to luck. */
    private double luck(double one, double other) {
        double count = result.data().validation().count();
        return STANDARD_ERRORS * Math.sqrt((one * (1 - one) + other * (1 - other)) / count);
    }

    String conclusion() {
        Trial best = result.best();
        double test = result.tested().result().testAccuracy();
        return String.format(
                Locale.ROOT,
                "The default comes to a validation accuracy of %.3f; the best of %d networks, with %s, to %.3f. The test set was"
                        + " read once for this question, with that one, after the search: %.3f. %s",
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
        if (losses.length < 3) {
            return "It diverged before a curve could be drawn.";
        }
        int last = losses.length - 1;
        double first = losses[0] - losses[last / 2];
        double second = losses[last / 2] - losses[last];
        double gap = trial.trainingAccuracy() - trial.validationAccuracy();
        String movement = String.format(
                Locale.ROOT,
                "Its loss goes from %.4f to %.4f in %,d steps, down by %.4f in the first half and %.4f in the second",
                losses[0],
                losses[last],
                trial.candidate().steps(),
                first,
                second);
        String judgement;
        if (first + second <= 0) {
            judgement = ": it does not fall at all. ";
        } else if (second > STILL_FALLING * (first + second)) {
            judgement = ": it is still falling, so that training ends before it is done. ";
        } else {
            judgement = ": it has come to rest. ";
        }
        double tuned = result.best().run().result().curves().finalMean(Curve.MEAN_TRAINING_LOSS, 1);
        return movement
                + judgement
                + String.format(
                        Locale.ROOT,
                        "The tuned network's ends at %.4f. The default's training and validation accuracy are %.3f and %.3f",
                        tuned,
                        trial.trainingAccuracy(),
                        trial.validationAccuracy())
                + (gap > luck(trial.validationAccuracy(), trial.trainingAccuracy())
                        ? ", a gap beyond what a validation set of this size leaves to luck: it learns by heart."
                        : ", no gap beyond luck: it does not learn too much by heart, it learns too little.");
    }

    /** Which single change helps most. */
    String whatMatters() {
        List<Trial> singles = result.of(Stage.SINGLE);
        double byDefault = result.byDefault().validationAccuracy();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Validation accuracy (last training loss) of the default, %.3f (%s), with one of the tuned values at a time: ",
                byDefault,
                result.byDefault().lastLoss()));
        int most = 0;
        for (int i = 0; i < singles.size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s %.3f (%s)%s",
                    NAMES.get(i),
                    singles.get(i).validationAccuracy(),
                    singles.get(i).lastLoss(),
                    i < singles.size() - 1 ? ", " : ". "));
            if (singles.get(i).validationAccuracy() > singles.get(most).validationAccuracy()) {
                most = i;
            }
        }
        double gain = singles.get(most).validationAccuracy() - byDefault;
        double luck = luck(singles.get(most).validationAccuracy(), byDefault);
        return text
                + (gain > luck
                        ? String.format(
                                Locale.ROOT,
                                "The %s bring%s most: %.3f, beyond the %.3f that three standard errors leave to luck. All four"
                                        + " together bring %.3f.",
                                NAMES.get(most),
                                NAMES.get(most).endsWith("s") ? "" : "s",
                                gain,
                                luck,
                                result.bestBeforeSingles().validationAccuracy() - byDefault)
                        : String.format(
                                Locale.ROOT,
                                "None differs from the default by more than luck (%.3f): %,d images do not tell which matters.",
                                luck,
                                result.data().validation().count()));
    }
}
