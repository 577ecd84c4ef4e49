package org.dlcourse.homework.fcnet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.homework.fcnet.HyperparameterSearch.Stage;
import org.dlcourse.homework.fcnet.HyperparameterSearch.Trial;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.util.DecimalNotation;

/**
 * Answers about the search that follow from its numbers.
 *
 * @param result of the search
 */
record SearchAnswers(HyperparameterSearch.Result result) {
    private static final List<String> NAMES = List.of("hidden units", "learning rate", "penalty", "steps");

    private static final double STANDARD_ERRORS = 3;

    /** If more than this fraction of the decrease of the loss is in the second half, the loss is still decreasing. */
    private static final double STILL_DECREASING = 0.1;

    /** Three standard errors of the difference of two accuracies on the validation set. */
    private double margin(double one, double other) {
        double count = result.data().validation().count();
        return STANDARD_ERRORS * Math.sqrt((one * (1 - one) + other * (1 - other)) / count);
    }

    String conclusion() {
        Trial best = result.best();
        double test = result.tested().result().testAccuracy();
        return String.format(
                Locale.ROOT,
                "The default, with %s, reaches a validation accuracy of %.3f; the best of %d networks, with %s, reaches %.3f.%s"
                        + " The best network was then tested, once for this question: test accuracy %.3f. %s",
                words(result.byDefault().candidate()),
                result.byDefault().validationAccuracy(),
                result.trials().size(),
                words(best.candidate()),
                best.validationAccuracy(),
                differenceFromHandout(),
                test,
                test < best.validationAccuracy()
                        ? "This is less than its validation accuracy, as is to be expected: the validation accuracy of the best of"
                                + " many networks is biased upwards, since it was the criterion of the choice."
                        : "This is not less than its validation accuracy, although the validation accuracy of the best of many"
                                + " networks is biased upwards, since it was the criterion of the choice.");
    }

    /** The handout's default trains longer than the default of quick scale. */
    private String differenceFromHandout() {
        return result.scale() == Scale.FULL
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Quick scale: the default has %d steps on mini-batches of %d in place of the handout's 1,000 on"
                                + " mini-batches of 200, because that takes seconds; its other constants are the handout's.",
                        result.byDefault().candidate().steps(),
                        result.byDefault().run().request().plan().batchSize());
    }

    private static String words(Candidate candidate) {
        return String.format(
                Locale.ROOT,
                "%d hidden units, a learning rate of %s, λ = %s and %,d steps",
                candidate.hiddenUnits(),
                digits(candidate.learningRate()),
                digits(candidate.penalty()),
                candidate.steps());
    }

    /** Two digits that count. */
    private static String digits(double number) {
        return DecimalNotation.of(new BigDecimal(number, new MathContext(2)).doubleValue());
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
                "In %3$,d steps its loss changes by %4$+.1e in the first half and by %5$+.1e in the second, from %1$.4f to %2$.4f",
                losses[0],
                losses[last],
                trial.candidate().steps(),
                -first,
                -second);
        String judgement;
        if (first + second <= 0) {
            judgement = ": it does not decrease overall. ";
        } else if (second > STILL_DECREASING * (first + second)) {
            judgement = ": it is still decreasing, so training stops too early. ";
        } else {
            judgement = ": it has converged. ";
        }
        double tuned = result.best().run().result().curves().finalMean(Curve.MEAN_TRAINING_LOSS, 1);
        return movement
                + judgement
                + String.format(
                        Locale.ROOT,
                        "The tuned network's loss ends at %.4f. The default's training and validation accuracies are %.3f and %.3f",
                        tuned,
                        trial.trainingAccuracy(),
                        trial.validationAccuracy())
                + (gap > margin(trial.validationAccuracy(), trial.trainingAccuracy())
                        ? ", a gap of more than three standard errors: it overfits."
                        : ", a gap within three standard errors: it does not overfit, it underfits.");
    }

    String overSeeds() {
        return String.format(
                Locale.ROOT,
                "%s The plan was chosen by its validation accuracy with the first of these seeds only, which biases that value"
                        + " upwards; the other seeds had no part in the choice.",
                result.comparison().sentence());
    }

    /** Which single change of a hyper-parameter improves the default most, by the loss and by the accuracy. */
    String whatMatters() {
        List<Trial> singles = result.of(Stage.SINGLE);
        double byDefault = result.byDefault().validationAccuracy();
        String values = String.join(
                ", ",
                IntStream.range(0, singles.size())
                        .mapToObj(i -> String.format(
                                Locale.ROOT,
                                "%s %.3f (%s)",
                                NAMES.get(i),
                                singles.get(i).validationAccuracy(),
                                singles.get(i).lastLoss()))
                        .toList());
        return String.format(
                        Locale.ROOT,
                        "Validation accuracy (last training loss) of the default, %.3f (%s), with one of the tuned values at a time:"
                                + " %s. ",
                        byDefault,
                        result.byDefault().lastLoss(),
                        values)
                + byLoss(singles)
                + byAccuracy(singles, byDefault);
    }

    private String byLoss(List<Trial> singles) {
        int lowest = IntStream.range(0, singles.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> finiteLoss(singles.get(i))))
                .orElseThrow();
        return finiteLoss(singles.get(lowest)) < finiteLoss(result.byDefault())
                ? String.format(
                        Locale.ROOT,
                        "Judged by the training loss, the %s matters most: with the tuned value alone it ends at %s in place of %s. ",
                        NAMES.get(lowest),
                        singles.get(lowest).lastLoss(),
                        result.byDefault().lastLoss())
                : "No single change decreases the loss. ";
    }

    /** The last loss; infinite if the run diverged. */
    private static double finiteLoss(Trial trial) {
        if (trial.diverged()) {
            return Double.POSITIVE_INFINITY;
        }
        return trial.run().result().curves().finalMean(Curve.MEAN_TRAINING_LOSS, 1);
    }

    private String byAccuracy(List<Trial> singles, double byDefault) {
        int most = IntStream.range(0, singles.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> singles.get(i).validationAccuracy()))
                .orElseThrow();
        double gain = singles.get(most).validationAccuracy() - byDefault;
        double margin = margin(singles.get(most).validationAccuracy(), byDefault);
        return gain > margin
                ? String.format(
                        Locale.ROOT,
                        "Changing the %s improves the accuracy most, by %.3f, which is more than three standard errors"
                                + " (%.3f). All four changes together improve it by %.3f.",
                        NAMES.get(most),
                        gain,
                        margin,
                        result.bestBeforeSingles().validationAccuracy() - byDefault)
                : String.format(
                        Locale.ROOT,
                        "No single change improves the accuracy by more than three standard errors (%.3f of %,d validation"
                                + " images); the loss, a mean over many mini-batches, shows smaller differences.",
                        margin,
                        result.data().validation().count());
    }
}
