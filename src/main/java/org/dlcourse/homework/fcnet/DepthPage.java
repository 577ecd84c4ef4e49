package org.dlcourse.homework.fcnet;

import java.util.Locale;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.kit.RepeatedRun;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * FCNET-4c: the page on networks of two to five layers.
 *
 * @param result of their comparison
 */
record DepthPage(DepthComparison.Result result) {
    private static final int CLASSES = 10;

    void show(Evidence evidence) {
        SeedComparison comparison = result.againstTwoLayers(compared());
        evidence.conclusion(String.format(
                Locale.ROOT,
                "%s%s The best run has a test accuracy of %.3f.",
                comparison.sentence(),
                comparison.isShown() ? "" : " So these seeds do not show that the deeper network is better.",
                result.tested().result().testAccuracy()));
        DepthAnswers answers = new DepthAnswers(result);
        DepthFigure figure = new DepthFigure(result);
        evidence.data(result.data().description());
        evidence.data(result.tested().provenance().data());
        evidence.answer("How does depth affect the accuracy?", answers.conclusion());
        evidence.answer("Do the networks overfit?", answers.overfitting());
        evidence.answer("How accurate is the best network on images that had no part in its choice?", answers.tested());
        evidence.figure(figure.figure());
        evidence.table(figure.table());
    }

    /** The depth that is best on average; the largest one if that is two layers. */
    private Repeats compared() {
        Repeats best = result.bestOnAverage();
        return best == result.depths().get(0)
                ? result.depths().get(result.depths().size() - 1)
                : best;
    }

    void check(Evidence evidence) {
        int images = result.data().validation().count();
        for (Repeats repeats : result.depths()) {
            evidence.check(
                    "lowest validation accuracy over the seeds, "
                            + repeats.architecture().name(),
                    result.sample(repeats).min(),
                    Bound.above(ChanceLevel.upperEnd(CLASSES, images)),
                    EvidenceKind.STATISTICAL,
                    "three standard errors above chance");
        }
        evidence.keyCheck(
                "test accuracy of the best run",
                result.tested().result().testAccuracy(),
                Bound.above(ChanceLevel.upperEnd(CLASSES, images)),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance; there are as many test images as validation images");
        RepeatedRun.ofProcess()
                .check(
                        evidence,
                        "difference of the validation accuracies when the best run is repeated for the test",
                        result.tested().result().validationAccuracy()
                                - result.best().result().validationAccuracy(),
                        images,
                        "the same plan and seed give the same bits");
    }
}
