package org.dlcourse.homework.dogs.patterns;

import java.util.Locale;
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
        evidence.conclusion(answers.conclusion());
        evidence.data(result.patterns().data().description());
        evidence.answer("Do the trained kernels show a pattern?", answers.kernels());
        evidence.answer("How is the pattern related to the classification?", answers.performance());
        if (result.scale() == Scale.QUICK) {
            evidence.answer(
                    "Which constants differ from the handout?",
                    String.format(
                            Locale.ROOT,
                            "Quick scale: learning rate 0.001 in place of 1e-4 and 15 epochs in place of 50, because with 1e-4 the"
                                    + " networks of some seeds are still near chance after 15 epochs of %,d patterns.",
                            result.patterns().data().training().count()));
        }
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
                    "training loss of seed " + kernels.run().request().seed() + ", last epoch minus first epoch",
                    losses[losses.length - 1] - losses[0],
                    Bound.below(0),
                    EvidenceKind.STATISTICAL,
                    "the training loss falls");
        }
        double chance = ChanceLevel.upperEnd(2, result.patterns().data().test().count());
        for (Kernels kernels : result.kernels()) {
            evidence.keyCheck(
                    "test accuracy of seed " + kernels.run().request().seed(),
                    kernels.run().result().testAccuracy(),
                    Bound.above(chance),
                    EvidenceKind.STATISTICAL,
                    "three standard errors of the test sample above chance");
        }
        checkOrientation(evidence);
    }

    /** Checks the measure of orientation on kernels whose orientation is known. */
    private static void checkOrientation(Evidence evidence) {
        for (boolean isHorizontal : new boolean[] {true, false}) {
            KernelOrientation orientation = KernelOrientation.of(edge(isHorizontal), PatternNetworks.KERNEL);
            evidence.check(
                    "control: measured orientation of a " + (isHorizontal ? "horizontal" : "vertical")
                            + " edge, in degrees",
                    orientation.degrees(),
                    Bound.exactly(isHorizontal ? 0 : 90),
                    EvidenceKind.EXACT,
                    "0 degrees is horizontal, 90 is vertical");
            evidence.check(
                    "control: coherence of this edge",
                    orientation.coherence(),
                    Bound.exactly(1),
                    EvidenceKind.EXACT,
                    "all gradients have the same direction");
        }
    }

    /** A kernel of zeros and ones with one edge. */
    private static double[] edge(boolean isHorizontal) {
        int side = PatternNetworks.KERNEL;
        double[] kernel = new double[side * side];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (isHorizontal ? i / side : i % side) > side / 2 ? 1 : 0;
        }
        return kernel;
    }
}
