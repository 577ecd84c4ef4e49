package org.dlcourse.homework.cifar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;

/**
 * What some variations say, in words that follow from their numbers.
 *
 * @param result what was found
 */
record VariationAnswers(Variations.Result result) {
    private static final double STANDARD_ERRORS = 3;

    /** Accuracy that guessing stays this close to. */
    private static final double NEAR_CHANCE = 0.02;

    /** One variation's accuracies after all its epochs. */
    String outcome(Variation variation) {
        Trial trial = result.of(variation);
        return String.format(
                Locale.ROOT,
                "%s, after %d epochs: %.3f of the training images and %.3f of the test images are classified right, with %,d"
                        + " parameters.",
                capital(variation.title()),
                trial.epochs(),
                trial.run().result().trainingAccuracy(),
                trial.run().result().testAccuracy(),
                trial.run().request().plan().architecture().parameterCount());
    }

    /** Whether a variation at one learning rate comes to rest, and at another one that is smaller. */
    String rest(Variation variation, Variation slower) {
        double[] range = range(variation);
        double[] slowerRange = range(slower);
        String said = wandering(variation, range) + " " + wandering(slower, slowerRange);
        boolean overshoots = range[1] - range[0] > slowerRange[1] - slowerRange[0] && range[1] < slowerRange[0];
        return overshoots
                ? said
                        + " The larger rate is never as good as the smaller one at its worst, and swings more: its steps overshoot. A"
                        + " step changes a logit by the rate times the sum of 3,072 squared inputs, and no layer lies between that"
                        + " would make it smaller."
                : said + " That does not tell the rates apart.";
    }

    private String wandering(Variation variation, double[] range) {
        int epochs = result.of(variation).epochs();
        return String.format(
                Locale.ROOT,
                "%s: test accuracy between %.3f and %.3f from epoch %d to %d.",
                capital(variation.title()),
                range[0],
                range[1],
                epochs / 2 + 1,
                epochs);
    }

    /** Least and largest test accuracy of the later half of the epochs. */
    private double[] range(Variation variation) {
        double[] accuracies = result.of(variation).curves().of(Curve.TEST_ACCURACY);
        double[] later = Arrays.copyOfRange(accuracies, accuracies.length / 2, accuracies.length);
        return new double[] {
            Arrays.stream(later).min().orElseThrow(), Arrays.stream(later).max().orElseThrow()
        };
    }

    /** Two variations' test accuracies after as many epochs as both have. */
    String comparison(Variation one, Variation other) {
        int epochs = Math.min(result.of(one).epochs(), result.of(other).epochs());
        double first = result.of(one).after(epochs, Curve.TEST_ACCURACY);
        double second = result.of(other).after(epochs, Curve.TEST_ACCURACY);
        int count = result.prepared().data().test().count();
        double luck = STANDARD_ERRORS * Math.sqrt((first * (1 - first) + second * (1 - second)) / count);
        String what = String.format(
                Locale.ROOT,
                "Test accuracy after %d epochs: %.3f with %s, %.3f with %s. ",
                epochs,
                first,
                one.title(),
                second,
                other.title());
        if (Math.abs(first - second) <= luck) {
            return what
                    + String.format(
                            Locale.ROOT,
                            "The difference is within three standard errors of %,d images (%.3f).",
                            count,
                            luck);
        }
        return what
                + String.format(
                        Locale.ROOT,
                        "%s is better by more than three standard errors of %,d images (%.3f).",
                        capital(first > second ? one.title() : other.title()),
                        count,
                        luck);
    }

    /** Two variations' test accuracies, where the requirement asks for an order of them. */
    String order(Variation better, Variation worse) {
        return comparison(better, worse)
                + (result.scale() == Scale.FULL
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " The requirement's order is that of full scale and is asserted there alone; here the networks saw"
                                        + " %,d images, %d times each.",
                                result.prepared().data().training().count(),
                                result.commonEpochs()));
    }

    /** What batches of different sizes do in equal epochs. */
    String batches() {
        int epochs = result.commonEpochs();
        StringBuilder text = new StringBuilder();
        for (Trial trial : result.trials()) {
            int steps = trial.run()
                    .request()
                    .plan()
                    .batchesPerEpoch(result.prepared().data().training().count());
            text.append(String.format(
                    Locale.ROOT,
                    "%s: %,d update(s) an epoch, %.2f s, training loss %.3f after %d epochs. ",
                    capital(trial.variation().title()),
                    steps,
                    trial.run().provenance().seconds() / trial.epochs(),
                    trial.after(epochs, Curve.MEAN_TRAINING_LOSS),
                    epochs));
        }
        return text
                + "The seconds are those of the whole run, evaluation after every epoch included. An epoch shows every image once"
                + " whatever the batch: the larger the batch, the fewer the steps, and at the same rate a step of a mean gradient is"
                + " no longer for being the mean of more.";
    }

    /** What each learning rate does. */
    String rates() {
        List<String> sentences = result.trials().stream()
                .map(trial -> {
                    String rate = capital(
                            trial.variation() == Variation.BASE
                                    ? "learning rate .001"
                                    : trial.variation().title());
                    if (trial.diverged()) {
                        return String.format(
                                Locale.ROOT,
                                "%s: the loss is no number from step %,d on; the run was ended there.",
                                rate,
                                trial.run().result().divergence().orElseThrow().step());
                    }
                    return String.format(
                            Locale.ROOT,
                            "%s: test accuracy %.3f%s.",
                            rate,
                            atEqualEpochs(trial),
                            learntNothing(trial.variation()) ? ", which is chance: nothing is learnt" : "");
                })
                .toList();
        return "After " + result.commonEpochs() + " epochs. " + String.join(" ", sentences);
    }

    /** Whether a variation learnt nothing in as many epochs as all have: it diverged, or its test accuracy is chance. */
    boolean learntNothing(Variation variation) {
        Trial trial = result.of(variation);
        return trial.diverged() || Math.abs(atEqualEpochs(trial) - .1) <= NEAR_CHANCE;
    }

    private double atEqualEpochs(Trial trial) {
        return trial.after(result.commonEpochs(), Curve.TEST_ACCURACY);
    }

    /** Training less test accuracy after as many epochs as all have. */
    double gap(Variation variation) {
        int epochs = result.commonEpochs();
        Trial trial = result.of(variation);
        return trial.after(epochs, Curve.TRAINING_SET_ACCURACY) - trial.after(epochs, Curve.TEST_ACCURACY);
    }

    String augmentation() {
        double plain = gap(Variation.BASE);
        double augmented = gap(Variation.AUGMENTED);
        return String.format(
                Locale.ROOT,
                "Training accuracy, on the images as they are, exceeds test accuracy by %.3f without augmentation and %.3f with it. %s",
                plain,
                augmented,
                plain < luck(Variation.BASE)
                        ? "Without it there is no gap beyond luck to close: in so few epochs nothing is learnt by heart yet."
                        : learntNothing(Variation.AUGMENTED)
                                ? "With it nothing is learnt yet, by heart or otherwise."
                                : augmented < plain
                                        ? "Images that are never twice the same cannot be learnt by heart."
                                        : "Here it does not close the gap.");
    }

    /** A gap that three standard errors of the test set do not explain. */
    private double luck(Variation variation) {
        double accuracy = atEqualEpochs(result.of(variation));
        int count = result.prepared().data().test().count();
        return STANDARD_ERRORS * Math.sqrt(accuracy * (1 - accuracy) / count);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
