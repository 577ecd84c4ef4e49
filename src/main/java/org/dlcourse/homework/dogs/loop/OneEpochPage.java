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
 * @param epoch by the trainer and by hand
 */
record OneEpochPage(OneEpoch epoch) {
    /** Losses near 1 from sums of a few products in single precision: some roundings of 6e-8. */
    private static final double FLOAT = 1e-6;

    void show(Evidence evidence) {
        evidence.answer(
                "What is the loss of an epoch?",
                new Formula("L = \\frac{1}{N} \\sum_b n_b L_b"),
                String.format(
                        Locale.ROOT,
                        "The mean over examples: each batch's mean loss counts by its number of examples. Seven examples in batches"
                                + " of 3, 3 and 1 have losses of %s, which comes to %.6f; a plain mean of the three would be %.6f.",
                        batchLosses(),
                        epoch.epochLoss(),
                        epoch.trainedByHand().unweightedMean()));
        evidence.answer(
                "What do the modes do?",
                "Training takes a step for every batch, in a random order, and measures the validation set after"
                        + " the epoch. Validation and testing only measure: with a learning rate of 0 an epoch's loss is the set's,"
                        + " and weights and losses stay. The test set is read once, at the end; training without one gives the same"
                        + " network.");
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
                "One epoch, by the harness and by hand",
                List.of("What", "Harness", "By hand"),
                List.of(
                        List.of("epoch's loss", digits(epoch.epochLoss()), digits(byHand.epochLoss())),
                        List.of(
                                "validation loss after",
                                digits(epoch.validationLoss()),
                                digits(byHand.validationLoss())),
                        List.of(
                                "validation accuracy after",
                                digits(epoch.trained().validationAccuracy()),
                                digits(byHand.validationAccuracy()))));
    }

    private static String digits(double number) {
        return String.format(Locale.ROOT, "%.7f", number);
    }

    void check(Evidence evidence) {
        EpochByHand byHand = epoch.trainedByHand();
        checkEqual(evidence, "epoch's loss", epoch.epochLoss(), byHand.epochLoss());
        checkEqual(evidence, "validation loss after the epoch", epoch.validationLoss(), byHand.validationLoss());
        checkEqual(
                evidence,
                "validation accuracy after the epoch",
                epoch.trained().validationAccuracy(),
                byHand.validationAccuracy());
        checkEqual(evidence, "test accuracy at the end", epoch.trained().testAccuracy(), byHand.testAccuracy());
        checkEqual(
                evidence,
                "loss of an epoch without learning, which is the set's",
                epoch.untrained().curves().of(Curve.MEAN_TRAINING_LOSS)[0],
                epoch.untrained().curves().of(Curve.TRAINING_SET_LOSS)[0]);
        checkEqual(
                evidence,
                "validation loss without learning",
                epoch.untrained().curves().of(Curve.VALIDATION_LOSS)[0],
                epoch.untrainedByHand().validationLoss());
        checkControls(evidence);
    }

    private static void checkEqual(Evidence evidence, String what, double measured, double expected) {
        evidence.check(
                what + ": difference",
                Math.abs(measured - expected),
                Bound.atMost(FLOAT),
                EvidenceKind.ROUNDING_BOUND,
                "by hand in double precision; some roundings of numbers near 1 in single precision, 6e-8 each");
    }

    private void checkControls(Evidence evidence) {
        evidence.check(
                "control: plain mean of the batches' losses less the epoch's",
                Math.abs(epoch.trainedByHand().unweightedMean() - epoch.epochLoss()),
                Bound.above(100 * FLOAT),
                EvidenceKind.ROUNDING_BOUND,
                "a loss that does not weigh by batch size must be seen");
        evidence.check(
                "control: validation loss that training changed",
                Math.abs(epoch.validationLoss() - epoch.untrainedByHand().validationLoss()),
                Bound.above(100 * FLOAT),
                EvidenceKind.ROUNDING_BOUND,
                "training changes the weights");
        evidence.check(
                "weights that differ when the test set is not there",
                epoch.changedByTestSet(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "testing leaves the network as it is");
    }
}
