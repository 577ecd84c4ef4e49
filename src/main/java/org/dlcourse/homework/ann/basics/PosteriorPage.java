package org.dlcourse.homework.ann.basics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Formula;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * The page on the softmax as an approximation of the posterior.
 *
 * @param result of the experiment
 */
record PosteriorPage(PosteriorExperiment.Result result) {
    private static final double LARGEST_DIFFERENCE = 0.03;

    void show(Evidence evidence) {
        PosteriorEstimate shown = result.trained().get(0);
        evidence.data(result.description());
        evidence.conclusion(String.format(
                Locale.ROOT,
                "The softmax of a network trained with cross-entropy differs from the known posterior by at most %.4f on average over"
                        + " the test points, for each of %d seeds; that of the untrained network by %.3f.",
                largest(PosteriorEstimate::meanAbsoluteDifference),
                result.trained().size(),
                result.untrained().meanAbsoluteDifference()));
        evidence.answer(
                "Which function does a classifier trained with cross-entropy approximate?",
                new Formula("f_{\\theta}(x)_c \\approx P(y = c \\, | \\, x)"),
                "The posterior of the classes: for each input the probability of every class, given that input.");
        evidence.answer(
                "How is the loss defined, and why does minimising it lead to the posterior?",
                new Formula("L(\\theta) = -\\frac{1}{N} \\sum_{i=1}^{N} \\log f_{\\theta}(x_i)_{y_i}"
                        + " \\;\\longrightarrow\\; H(Y|X) + E_x\\left[ KL\\left( P(\\cdot|x) \\,\\|\\, f_{\\theta}(x)"
                        + " \\right) \\right]"),
                String.format(
                        Locale.ROOT,
                        "The loss is the mean negative logarithm of the probability that the network gives to the correct"
                                + " class, so minimising it maximises the likelihood of the labels. As the number of"
                                + " examples grows, it converges to the conditional entropy of the labels plus the mean"
                                + " Kullback-Leibler divergence between the posterior and the network's output. The entropy"
                                + " does not depend on the network; the divergence is never negative, and it is 0 only where"
                                + " the output equals the posterior. In this experiment the posterior is known: the entropy is"
                                + " %.4f nats, the divergence %.4f nats, and their sum, %.4f nats, is the network's"
                                + " cross-entropy.",
                        shown.conditionalEntropy(),
                        shown.divergence(),
                        shown.crossEntropy()));
        evidence.figure(new PosteriorFigure(shown, "Data: " + result.description() + ".").figure());
        evidence.table(estimates());
    }

    private DataTable estimates() {
        List<List<Object>> rows = new ArrayList<>();
        result.trained().forEach(estimate -> rows.add(row("trained, seed " + estimate.seed(), estimate)));
        rows.add(row("control: untrained", result.untrained()));
        return new DataTable(
                "Means over the test points; entropy, divergence and losses in nats",
                List.of(
                        "Network",
                        "Mean |softmax - posterior|",
                        "Conditional entropy",
                        "Divergence",
                        "Cross-entropy",
                        "(Loss - entropy) on the drawn labels, ± standard error"),
                rows);
    }

    private static List<Object> row(String name, PosteriorEstimate estimate) {
        return List.of(
                name,
                fine(estimate.meanAbsoluteDifference()),
                fine(estimate.conditionalEntropy()),
                fine(estimate.divergence()),
                fine(estimate.crossEntropy()),
                fine(estimate.excessLossOnLabels()) + " ± " + fine(estimate.standardErrorOfExcess()));
    }

    private static String fine(double number) {
        return String.format(Locale.ROOT, "%.5f", number);
    }

    void check(Evidence evidence) {
        int runs = result.trained().size();
        evidence.check(
                "largest mean absolute difference of softmax and posterior, over " + runs
                        + (runs == 1 ? " run" : " runs"),
                largest(PosteriorEstimate::meanAbsoluteDifference),
                Bound.atMost(LARGEST_DIFFERENCE),
                EvidenceKind.STATISTICAL,
                "the requirement's bound; on test points, which no network was trained on");
        evidence.check(
                "smallest cross-entropy minus conditional entropy, in nats",
                result.trained().stream()
                        .mapToDouble(estimate -> estimate.crossEntropy() - estimate.conditionalEntropy())
                        .min()
                        .orElseThrow(),
                Bound.above(0),
                EvidenceKind.EXACT,
                "Gibbs's inequality: the cross-entropy is never below the entropy");
        evidence.check(
                "largest |cross-entropy - conditional entropy - divergence|, each summed separately",
                largest(estimate ->
                        Math.abs(estimate.crossEntropy() - estimate.conditionalEntropy() - estimate.divergence())),
                Bound.atMost(1e-12),
                EvidenceKind.EXACT,
                "about ten roundings of 1.1e-16 of numbers up to 10 for each point, some 1e-14, averaged over the points");
        evidence.check(
                "largest |(loss - entropy) on the drawn labels - divergence|, in standard errors",
                largest(estimate -> Math.abs(estimate.excessLossOnLabels() - estimate.divergence())
                        / estimate.standardErrorOfExcess()),
                Bound.atMost(4),
                EvidenceKind.STATISTICAL,
                "four standard errors of the mean over the labels");
        evidence.check(
                "control: mean absolute difference for an untrained network",
                result.untrained().meanAbsoluteDifference(),
                Bound.above(LARGEST_DIFFERENCE),
                EvidenceKind.STATISTICAL,
                "must exceed the first bound");
    }

    /** Over the trained networks. */
    private double largest(ToDoubleFunction<PosteriorEstimate> number) {
        return result.trained().stream().mapToDouble(number).reduce(0, Math::max);
    }
}
