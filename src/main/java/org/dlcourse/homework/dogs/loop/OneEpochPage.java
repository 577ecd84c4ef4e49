package org.dlcourse.homework.dogs.loop;

import java.util.List;
import java.util.Locale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Formula;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.training.Curve;

/**
 * DOGS-0: the loss of an epoch, and what training, validation and testing do.
 *
 * @param epoch one epoch, by the trainer and by hand
 */
record OneEpochPage(OneEpoch epoch) {
    /** Rounding bound of losses near 1 that are sums of a few products in single precision: some roundings of 6e-8. */
    private static final double TOLERANCE = 1e-6;

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "The loss of an epoch is %.6f, weighted by batch size, and differs from the loss computed by hand by %.1e.",
                epoch.epochLoss(),
                Math.abs(epoch.epochLoss() - epoch.trainedByHand().epochLoss())));
        evidence.answer(
                "What is the loss of an epoch?",
                new Formula("L = \\frac{1}{N} \\sum_b n_b L_b"),
                String.format(
                        Locale.ROOT,
                        "The mean over all examples: the mean loss of each mini-batch is weighted by its number of examples."
                                + " Mini-batches of 3, 3 and 1 of seven examples have the losses %s. The loss of the epoch is"
                                + " %.6f; the unweighted mean of the three is %.6f.",
                        batchLosses(),
                        epoch.epochLoss(),
                        epoch.trainedByHand().unweightedMean()));
        evidence.answer(
                "What do training, validation and testing do?",
                "Training takes one step per mini-batch, with the examples in random order. Validation after the epoch and testing"
                        + " only evaluate and do not change the weights: with a learning rate of 0 the loss of the epoch is"
                        + " that of the training set, and the validation loss stays the same. The test set is evaluated"
                        + " once, at the end; training without a test set gives the same network.");
        evidence.table(table());
    }

    private String batchLosses() {
        return String.join(
                ", ",
                epoch.trainedByHand().losses().stream()
                        .map(loss -> String.format(Locale.ROOT, "%.6f", loss))
                        .toList());
    }

    private DataTable table() {
        EpochByHand byHand = epoch.trainedByHand();
        return new DataTable(
                "One epoch, by the training loop and computed by hand",
                List.of("Quantity", "Training loop", "By hand"),
                List.of(
                        List.of("loss of the epoch", digits(epoch.epochLoss()), digits(byHand.epochLoss())),
                        List.of(
                                "validation loss after the epoch",
                                digits(epoch.validationLoss()),
                                digits(byHand.validationLoss())),
                        List.of(
                                "validation accuracy after the epoch",
                                digits(epoch.trained().validationAccuracy()),
                                digits(byHand.validationAccuracy()))));
    }

    private static String digits(double number) {
        return String.format(Locale.ROOT, "%.7f", number);
    }

    void check(Evidence evidence) {
        EpochByHand byHand = epoch.trainedByHand();
        checkEqual(evidence, "loss of the epoch", epoch.epochLoss(), byHand.epochLoss());
        checkEqual(evidence, "validation loss after the epoch", epoch.validationLoss(), byHand.validationLoss());
        checkEqual(
                evidence,
                "validation accuracy after the epoch",
                epoch.trained().validationAccuracy(),
                byHand.validationAccuracy());
        checkEqual(evidence, "test accuracy at the end", epoch.trained().testAccuracy(), byHand.testAccuracy());
        checkEqual(
                evidence,
                "loss of an epoch with a learning rate of 0, which must be that of the training set",
                epoch.untrained().curves().of(Curve.MEAN_TRAINING_LOSS)[0],
                epoch.untrained().curves().of(Curve.TRAINING_SET_LOSS)[0]);
        checkEqual(
                evidence,
                "validation loss after an epoch with a learning rate of 0",
                epoch.untrained().curves().of(Curve.VALIDATION_LOSS)[0],
                epoch.untrainedByHand().validationLoss());
        checkControls(evidence);
    }

    private static void checkEqual(Evidence evidence, String what, double measured, double expected) {
        evidence.check(
                what + ": difference",
                Math.abs(measured - expected),
                Bound.atMost(TOLERANCE),
                EvidenceKind.ROUNDING_BOUND,
                "the reference is in double precision; about ten roundings of numbers near 1 in single precision, 6e-8 each");
    }

    private void checkControls(Evidence evidence) {
        evidence.check(
                "control: unweighted mean of the mini-batches' losses minus the loss of the epoch",
                Math.abs(epoch.trainedByHand().unweightedMean() - epoch.epochLoss()),
                Bound.above(100 * TOLERANCE),
                EvidenceKind.ROUNDING_BOUND,
                "the comparison must detect a loss that is not weighted by batch size");
        evidence.check(
                "control: change of the validation loss by training",
                Math.abs(epoch.validationLoss() - epoch.untrainedByHand().validationLoss()),
                Bound.above(100 * TOLERANCE),
                EvidenceKind.ROUNDING_BOUND,
                "the comparison must detect that training changes the weights");
        evidence.check(
                "weights and biases that differ after training without a test set",
                epoch.changedByTestSet(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "testing does not change the network");
    }
}
