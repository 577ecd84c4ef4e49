package org.dlcourse.homework.dogs.patterns;

import org.dlcourse.homework.dogs.patterns.PatternNetworks.Kernels;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;

/**
 * DOGS-11: the kernels of the first layer that are learnt from the patterns.
 *
 * @param result the trained networks
 */
record KernelsPage(PatternNetworks.Result result) {
    void show(Evidence evidence) {
        PatternAnswers answers = new PatternAnswers(result);
        KernelFigures figures = new KernelFigures(result);
        evidence.data(result.patterns().data().description());
        evidence.answer("Do the trained kernels show a pattern?", answers.kernels());
        evidence.answer("How is the pattern related to the classification?", answers.performance());
        evidence.figure(figures.kernels());
        evidence.figure(figures.curves());
        evidence.table(figures.orientations());
    }

    void check(Evidence evidence) {
        evidence.check(
                "kernels shown",
                result.kernels().stream()
                        .mapToInt(kernels -> kernels.after().length)
                        .sum(),
                Bound.exactly(2.0 * result.repeats().runs().size()),
                EvidenceKind.EXACT,
                "two per repeat");
        evidence.check(
                "kernels that training did not change",
                result.kernels().stream().mapToLong(Kernels::unchanged).sum(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "the second pictures must be of the trained network; the kernel of a dead unit would not change");
        for (Kernels kernels : result.kernels()) {
            double[] losses = kernels.run().result().curves().of(Curve.MEAN_TRAINING_LOSS);
            evidence.check(
                    "training loss of seed " + kernels.run().request().seed() + ", last epoch less first epoch",
                    losses[losses.length - 1] - losses[0],
                    Bound.below(0),
                    EvidenceKind.STATISTICAL,
                    "the training loss falls");
        }
        if (result.scale() == Scale.FULL) {
            evidence.check(
                    "best test accuracy of the repeats",
                    result.repeats().bestTestAccuracy(),
                    Bound.above(ChanceLevel.upperEnd(
                            2, result.patterns().data().test().count())),
                    EvidenceKind.STATISTICAL,
                    "three standard errors above chance");
        }
    }
}
