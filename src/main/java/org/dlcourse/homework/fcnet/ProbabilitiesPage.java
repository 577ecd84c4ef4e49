package org.dlcourse.homework.fcnet;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.mistake.TwoLayerNetworkMistakes;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Formula;
import org.dlcourse.grading.Precision;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.RelativeError;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * FCNET-1a: the page on the network's probabilities.
 *
 * @param solution of the exercise
 * @param handout the handout's toy data
 * @param biased toy data with biases other than 0
 * @param hidden networks of other sizes
 * @param precision of what the solution has given so far
 */
record ProbabilitiesPage(
        TwoLayerNetwork solution,
        ToyData handout,
        ToyData biased,
        HiddenNetworks hidden,
        Supplier<Precision> precision) {
    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "The network's probabilities differ from NumPy's by at most %.1e of the largest one (required: %s).",
                error(),
                Bound.atMost(tolerance(1e-8))));
        evidence.answer(
                "How are the probabilities computed?",
                new Formula(
                        "a^{(2)} = \\max(0, X W^{(1)} + b^{(1)}), \\quad z^{(3)} = a^{(2)} W^{(2)} + b^{(2)}, \\quad"
                                + " a^{(3)}_{ij} = \\frac{e^{z^{(3)}_{ij} - m_i}}{\\sum_k e^{z^{(3)}_{ik} - m_i}}, \\quad m_i = \\max_k z^{(3)}_{ik}"),
                "All samples at once, one row per sample. Subtracting the largest score of a row changes no probability and"
                        + " prevents an overflow of the exponentials.");
        evidence.table(table());
        mistakes().prove(evidence, "in networks of other sizes");
        largeScores().prove(evidence, "with scores of some thousands");
    }

    private DataTable table() {
        INDArray probabilities = handout.probabilitiesOf(solution);
        return new DataTable(
                "Probabilities of the toy samples",
                List.of("Sample", "class 0", "class 1", "class 2"),
                IntStream.range(0, (int) probabilities.size(0))
                        .mapToObj(i -> List.<Object>of(
                                i + 1,
                                digits(probabilities.getDouble(i, 0)),
                                digits(probabilities.getDouble(i, 1)),
                                digits(probabilities.getDouble(i, 2))))
                        .toList());
    }

    private static String digits(double number) {
        return String.format(Locale.ROOT, "%.8f", number);
    }

    private double tolerance(double exact) {
        return precision.get().tolerance(exact);
    }

    void check(Evidence evidence) {
        evidence.criterion("toy data", () -> checkToyData(evidence));
        evidence.criterion(
                "other sizes",
                () -> mistakes()
                        .check(
                                evidence,
                                "largest difference in networks of other sizes, divided by the largest probability",
                                solution,
                                EvidenceKind.EXACT,
                                precision
                                        .get()
                                        .reason(
                                                "sums of at most 12 products in double precision, of scores of at most about 10")));
        evidence.criterion("large scores", () -> largeScores()
                .check(
                        evidence,
                        "the same with scores of some thousands",
                        solution,
                        EvidenceKind.EXACT,
                        "the requirement's bound; the probabilities are 0 or 1 up to numbers far below the bound"));
    }

    private void checkToyData(Evidence evidence) {
        evidence.check(
                "largest difference from NumPy, divided by the largest probability",
                error(),
                Bound.atMost(tolerance(1e-8)),
                EvidenceKind.EXACT,
                precision
                        .get()
                        .reason(
                                "the requirement's bound; rounding accounts for about 1e-15, for scores of at most 3 and a few sums"));
        evidence.check(
                "the same with biases other than 0",
                RelativeError.of(
                        ToyData.values(biased.probabilitiesOf(solution)), ToyData.values(biased.probabilities())),
                Bound.atMost(tolerance(1e-12)),
                EvidenceKind.EXACT,
                precision.get().reason("ten roundings of 1.1e-16 in each sum, of scores of at most 10"));
    }

    private double error() {
        return RelativeError.of(
                ToyData.values(handout.probabilitiesOf(solution)), ToyData.values(handout.probabilities()));
    }

    ExerciseCheck<TwoLayerNetwork> mistakes() {
        return new ExerciseCheck<>(
                TwoLayerNetworkMistakes.ofProbabilities(new MatrixTwoLayerNetwork()),
                hidden::probabilitiesOf,
                hidden.probabilities(),
                tolerance(HiddenNetworks.TOLERANCE));
    }

    private ExerciseCheck<TwoLayerNetwork> largeScores() {
        HiddenNetworks large = hidden.withLargeScores();
        return new ExerciseCheck<>(
                List.of(TwoLayerNetworkMistakes.overflow(new MatrixTwoLayerNetwork())),
                large::probabilitiesOf,
                large.probabilities(),
                tolerance(1e-8));
    }
}
