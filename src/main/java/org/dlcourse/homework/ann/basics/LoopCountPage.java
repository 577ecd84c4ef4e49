package org.dlcourse.homework.ann.basics;

import java.util.List;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Formula;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * The page on batches, epochs and steps.
 *
 * @param loops the trainings whose steps were counted
 */
record LoopCountPage(List<LoopCount> loops) {
    static final int TRAINING_IMAGES = 45_000;
    static final int BATCH_SIZE = 50;
    static final int EPOCHS = 15;

    /** Batches of an epoch of the handout's training. */
    static int batchesOfHandout() {
        return LoopCount.batches(TRAINING_IMAGES, BATCH_SIZE);
    }

    /** Steps of the handout's training. */
    static int stepsOfHandout() {
        return EPOCHS * batchesOfHandout();
    }

    void show(Evidence evidence) {
        evidence.conclusion("The formulas give the counted numbers of batches and steps in "
                + loops.stream().filter(loop -> !loop.differs()).count() + " of " + loops.size()
                + " trainings; for the handout they give " + DataTable.readable(batchesOfHandout())
                + " batches per epoch and "
                + DataTable.readable(stepsOfHandout()) + " steps.");
        evidence.answer(
                "Question 1: What are a batch and an epoch?",
                "A batch is the set of examples whose mean loss gives the gradient of one step. An epoch is one pass through"
                        + " the training set: every example is in exactly one of its batches.");
        evidence.answer(
                "Question 2: How many batches does an epoch over N examples have, with batches of size B?",
                new Formula("\\left\\lceil \\frac{N}{B} \\right\\rceil"),
                "If B does not divide N, the last batch holds the remaining examples. This handout has N = "
                        + DataTable.readable(TRAINING_IMAGES)
                        + " (nine tenths of CIFAR-10's 50,000 training images) and B = " + BATCH_SIZE + ": "
                        + DataTable.readable(batchesOfHandout()) + " batches.");
        evidence.answer(
                "Question 3: How many steps are made in E epochs?",
                new Formula("E \\left\\lceil \\frac{N}{B} \\right\\rceil"),
                "With this handout's " + EPOCHS + " epochs: " + DataTable.readable(stepsOfHandout()) + " steps.");
        evidence.erratum(
                "CIFAR-10 has 60,000 training images, 6,000 of each class.",
                "It has 50,000 training images, 5,000 of each class; 60,000 is their number with the 10,000 test images. Nine tenths of"
                        + " 50,000 in batches of " + BATCH_SIZE + " are " + DataTable.readable(batchesOfHandout())
                        + " steps an epoch, and nine tenths of 60,000 would be "
                        + DataTable.readable(LoopCount.batches(54_000, BATCH_SIZE)) + ".");
        evidence.table(table());
    }

    private DataTable table() {
        return new DataTable(
                "Batches and steps of trainings, by formula and counted",
                List.of("N", "B", "E", "Batches by formula", "Batches counted", "Steps by formula", "Steps counted"),
                loops.stream()
                        .map(loop -> List.<Object>of(
                                loop.examples(),
                                loop.batchSize(),
                                loop.epochs(),
                                loop.batchesByFormula(),
                                loop.batchesPerEpoch(),
                                loop.stepsByFormula(),
                                loop.steps()))
                        .toList());
    }

    void check(Evidence evidence) {
        evidence.check(
                "trainings for which a formula is wrong, of " + loops.size(),
                loops.stream().filter(LoopCount::differs).count(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "integers, counted: any difference is an error");
        checkHandout(evidence, "batches per epoch", batchesOfHandout(), 900);
        checkHandout(evidence, "steps", stepsOfHandout(), 13_500);
    }

    private static void checkHandout(Evidence evidence, String what, int byFormula, int expected) {
        evidence.check(
                what + " of the handout's training, by formula",
                byFormula,
                Bound.exactly(expected),
                EvidenceKind.EXACT,
                "45,000 images in batches of 50, for 15 epochs");
    }
}
