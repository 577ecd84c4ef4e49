package org.dlcourse.homework.dogs.breeds;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * DOGS-6 and DOGS-9: a network trained on dog breeds until its validation loss stops falling.
 *
 * @param result both trained networks
 * @param repeats the runs of the network that the page shows
 */
record DogTrainingPage(DogNetworks.Result result, Repeats repeats) {
    /** Test accuracies that students have published for this handout: after 8 epochs and after 81. */
    private static final double LOWEST_PUBLISHED = .1387;

    private static final double HIGHEST_PUBLISHED = .2414;
    private static final int PUBLISHED_TEST_IMAGES = 555;

    static DogTrainingPage ofPerceptron(DogNetworks.Result result) {
        return new DogTrainingPage(result, result.perceptron());
    }

    static DogTrainingPage ofConvolutional(DogNetworks.Result result) {
        return new DogTrainingPage(result, result.convolutional());
    }

    private boolean isConvolutional() {
        return repeats == result.convolutional();
    }

    void show(Evidence evidence) {
        DogCurvesFigure figure = new DogCurvesFigure(result, repeats);
        DogAnswers answers = new DogAnswers(result);
        evidence.conclusion(answers.conclusion(repeats));
        evidence.data(result.images().data().description());
        evidence.answer("How long was the network trained, and how accurate is it?", answers.outcome(repeats));
        if (result.scale() == Scale.QUICK) {
            evidence.answer("Which constants differ from the handout?", answers.quickScale());
        }
        evidence.figure(figure.loss());
        evidence.figure(figure.accuracy());
        evidence.answer("How are loss and accuracy related?", answers.interaction(repeats));
        published(evidence);
        if (isConvolutional()) {
            evidence.answer("Which network is better?", answers.comparison());
        }
        evidence.figure(figure.testAccuracies());
        evidence.table(answers.table());
    }

    /** What is wrong with the published numbers, and with what the published solution concludes from them. */
    private void published(Evidence evidence) {
        double accuracy = isConvolutional() ? LOWEST_PUBLISHED : HIGHEST_PUBLISHED;
        evidence.erratum(
                String.format(
                        Locale.ROOT,
                        "The published solution reports a test accuracy of %.2f %% after %d epochs, from one run.",
                        100 * accuracy,
                        isConvolutional() ? 8 : 81),
                String.format(
                        Locale.ROOT,
                        "Of its %d test images that is %.2f to %.2f %% with three standard errors%s.%s",
                        PUBLISHED_TEST_IMAGES,
                        100 * standardErrorsFrom(accuracy, -3, PUBLISHED_TEST_IMAGES),
                        100 * standardErrorsFrom(accuracy, 3, PUBLISHED_TEST_IMAGES),
                        isConvolutional() ? ", which includes the 10 % of guessing" : "",
                        repeats.runs().size() == 1 ? "" : " " + otherSeeds()));
        Run first = repeats.runs().get(0);
        LearningCurves curves = first.result().curves();
        double[] accuracies = curves.of(Curve.VALIDATION_ACCURACY);
        double rise = accuracies[accuracies.length - 1] - accuracies[0];
        if (!isConvolutional() && rise > 0) {
            evidence.erratum(
                    "As the training loss goes down, the validation loss and as a result the validation accuracy go down.",
                    String.format(
                            Locale.ROOT,
                            "Where the loss goes down the accuracy goes up: with seed %d the training loss falls by %.3f from the first"
                                    + " epoch to the last, and the validation accuracy rises by %.3f.",
                            first.request().seed(),
                            curves.of(Curve.TRAINING_SET_LOSS)[0] - curves.finalMean(Curve.TRAINING_SET_LOSS, 1),
                            rise));
        }
    }

    private String otherSeeds() {
        DoubleSummaryStatistics accuracies =
                Arrays.stream(DogAnswers.testAccuracies(repeats).values()).summaryStatistics();
        return String.format(
                Locale.ROOT,
                "Here runs that differ in their seed alone end after %s epochs, with test accuracies from %.3f to %.3f.",
                repeats.runs().stream()
                        .map(run -> Integer.toString(EarlyStopping.of(run).epochs()))
                        .collect(Collectors.joining(", ")),
                accuracies.getMin(),
                accuracies.getMax());
    }

    void check(Evidence evidence) {
        checkStopping(evidence);
        DogAnswers answers = new DogAnswers(result);
        for (Run run : repeats.runs()) {
            LearningCurves curves = run.result().curves();
            evidence.check(
                    "decrease of the training loss from the first epoch to the last, seed "
                            + run.request().seed(),
                    curves.of(Curve.TRAINING_SET_LOSS)[0] - curves.finalMean(Curve.TRAINING_SET_LOSS, 1),
                    Bound.above(0),
                    EvidenceKind.STATISTICAL,
                    "gradient descent with a small learning rate reduces the training loss");
            if (result.scale() == Scale.QUICK || answers.isOfHandout() && !isConvolutional()) {
                evidence.keyCheck(
                        "test accuracy, seed " + run.request().seed(),
                        run.result().testAccuracy(),
                        Bound.above(answers.chance()),
                        EvidenceKind.STATISTICAL,
                        "three standard errors of the test sample above the most frequent breed");
            }
        }
        if (result.scale() == Scale.FULL && answers.isOfHandout()) {
            checkBand(evidence);
        }
    }

    /**
     * Checks that the test accuracy lies in the band of the published results, extended by three standard errors of the test sample at
     * each end.
     */
    private void checkBand(Evidence evidence) {
        int images = result.images().data().test().count();
        double lowest = standardErrorsFrom(LOWEST_PUBLISHED, -3, images);
        double highest = standardErrorsFrom(HIGHEST_PUBLISHED, 3, images);
        evidence.check(
                "test accuracy, mean of the runs",
                repeats.testAccuracy().mean(),
                Bound.between(lowest, highest),
                EvidenceKind.STATISTICAL,
                String.format(
                        Locale.ROOT,
                        "published for this handout are %.4f after 8 epochs and %.4f after 81; three standard errors of %,d test"
                                + " images are subtracted and added",
                        LOWEST_PUBLISHED,
                        HIGHEST_PUBLISHED,
                        images));
    }

    private static double standardErrorsFrom(double accuracy, int standardErrors, int images) {
        return accuracy + standardErrors * Math.sqrt(accuracy * (1 - accuracy) / images);
    }

    /** Checks that each run stopped after the first epoch with too small a decrease, or at the limit of epochs. */
    private void checkStopping(Evidence evidence) {
        for (Run run : repeats.runs()) {
            checkStopping(evidence, run);
        }
        if (result.scale() == Scale.QUICK) {
            evidence.check(
                    "runs that the rule on the validation loss ended before the limit of epochs",
                    DogAnswers.stoppedByRule(repeats),
                    Bound.exactly(repeats.runs().size()),
                    EvidenceKind.STATISTICAL,
                    "the networks soon fit the few training images better than the validation images");
        }
        evidence.check(
                "control: epochs of the same network with a learning rate of 0 and a limit of 5 epochs",
                EarlyStopping.epochsWithoutLearning(
                        repeats.architecture(), result.images().data().validation()),
                Bound.exactly(2),
                EvidenceKind.EXACT,
                "the loss does not change, so that training must stop after the second epoch");
    }

    private void checkStopping(Evidence evidence, Run run) {
        EarlyStopping stopping = EarlyStopping.of(run);
        evidence.check(
                "epochs before the last in which the validation loss fell by less than 1e-4, seed "
                        + run.request().seed(),
                stopping.flatEpochsBeforeLast(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "training stops after the first such epoch");
        if (!stopping.lastIsFlat()) {
            evidence.check(
                    "epochs of training that was not stopped early, seed "
                            + run.request().seed(),
                    stopping.epochs(),
                    Bound.exactly(repeats.plan().epochs()),
                    EvidenceKind.EXACT,
                    "without early stopping, training runs to the limit");
        }
    }
}
