package org.dlcourse.homework.fcnet;

import java.util.Locale;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.TrainingResult;

/**
 * FCNET-4a: the page on the network by hand and by a library.
 *
 * @param result of the training by both
 * @param gradients with equal penalties
 * @param withHalfPenalty the control, with the factor 1/2 of DL4J's own penalty
 */
record LibraryPage(LibraryComparison.Result result, LibraryGradients gradients, LibraryGradients withHalfPenalty) {
    private static final double REQUIRED = 1e-6;
    private static final int CLASSES = 10;

    static LibraryPage of(LibraryComparison.Result result) {
        return new LibraryPage(
                result,
                LibraryGradients.of(result.search().data(), LibraryGradients.PENALTY),
                LibraryGradients.of(result.search().data(), LibraryGradients.PENALTY / 2));
    }

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "DL4J's gradients equal ours to %.1e of the largest component (required: 1e-6); validation accuracy is %.3f by hand"
                        + " and %.3f by DL4J.",
                gradients.largestError(),
                result.byHand().result().validationAccuracy(),
                result.byLibrary().result().validationAccuracy()));
        evidence.data(result.search().data().description());
        evidence.answer("Is it the same network?", comparison());
        evidence.figure(new LibraryFigure(result).figure());
        evidence.table(gradients.table());
    }

    private String comparison() {
        TrainingResult byHand = result.byHand().result();
        TrainingResult byLibrary = result.byLibrary().result();
        double[] losses = byHand.curves().of(Curve.MEAN_TRAINING_LOSS);
        double[] lossesByLibrary = byLibrary.curves().of(Curve.MEAN_TRAINING_LOSS);
        return String.format(
                Locale.ROOT,
                "For the same weights and images, DL4J's gradients differ from ours by at most %.1e of the largest component, in"
                        + " double precision. Trained from the same initial weights on the same mini-batches, ours in double"
                        + " and DL4J's in single precision, their mean losses differ by %.1e up to step %d and by"
                        + " %.1e in the last steps up to %,d; validation accuracy is %.3f by hand and %.3f by the library.",
                gradients.largestError(),
                Math.abs(lossesByLibrary[0] - losses[0]),
                byHand.curves().steps()[0],
                Math.abs(lossesByLibrary[lossesByLibrary.length - 1] - losses[losses.length - 1]),
                result.search().best().candidate().steps(),
                byHand.validationAccuracy(),
                byLibrary.validationAccuracy());
    }

    void check(Evidence evidence) {
        evidence.check(
                "largest relative difference of DL4J's gradients from ours",
                gradients.largestError(),
                Bound.atMost(REQUIRED),
                EvidenceKind.EXACT,
                "the requirement's bound; rounding in double precision accounts for about 1e-15");
        evidence.check(
                "control: the same with DL4J's own factor 1/2 in the penalty",
                withHalfPenalty.largestError(),
                Bound.above(REQUIRED),
                EvidenceKind.EXACT,
                "a wrong penalty must be detected");
        double accuracy = result.byLibrary().result().validationAccuracy();
        evidence.check(
                "validation accuracy by the library",
                accuracy,
                Bound.above(ChanceLevel.upperEnd(
                        CLASSES, result.search().data().validation().count())),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance");
        if (result.search().scale() == Scale.FULL) {
            evidence.check(
                    "validation accuracy by the library at full scale",
                    accuracy,
                    Bound.above(.48),
                    EvidenceKind.STATISTICAL,
                    "the requirement's bound");
        }
    }
}
