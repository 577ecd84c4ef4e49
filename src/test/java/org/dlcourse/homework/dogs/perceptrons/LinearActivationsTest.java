package org.dlcourse.homework.dogs.perceptrons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronNetwork;
import org.dlcourse.exercise.PerceptronNetwork.Perceptron;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Formula;
import org.dlcourse.homework.AffineMap;
import org.dlcourse.homework.dogs.perceptrons.SinglePerceptrons.Contradiction;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LinearActivationsTest {
    private static final int MOST_INPUTS = 4;
    private static final int MOST_LAYERS = 5;
    private static final double TOLERANCE = 1e-12;

    private static final BooleanFunction XOR = BooleanFunction.parity(2);
    private static final BooleanFunction OR = BooleanFunction.numbered(2, 0b1110);

    @Requirement("DOGS-13")
    void networksWithoutActivationsAreOneAffineMapAndGetAtMostThreeRowsOfXorRight(
            CourseSettings settings, Evidence evidence) {
        SinglePerceptrons lines = SinglePerceptrons.search(2);
        int mostRight = lines.mostRowsRight(List.of(XOR))[0];
        Perceptron best = lines.found().values().stream()
                .filter(line -> line.weights()[1] != 0 && rowsOfXor(line) == mostRight)
                .max(Comparator.comparingInt(
                        line -> Arrays.stream(line.weights()).sum()))
                .orElseThrow();
        double[] fit = leastSquares();
        List<DeepLinearNetwork> deep = IntStream.rangeClosed(2, MOST_LAYERS)
                .mapToObj(layers -> DeepLinearNetwork.random(layers, settings.seed()))
                .toList();
        double worst = deep.stream().mapToDouble(DeepLinearNetwork::error).max().orElseThrow();
        evidence.answer(
                "Can a network with only linear activations learn any function of inputs that are on or off?",
                new Formula("(x W_1 + b_1) W_2 + b_2 = x \\, (W_1 W_2) + (b_1 W_2 + b_2)"),
                String.format(
                        Locale.ROOT,
                        "No. Layers without anything between them that is not linear are one layer, however many there are:"
                                + " DL4J's outputs of networks of 2 to %d layers differ from those of one affine map by at most"
                                + " %.1e of the largest. So depth adds nothing to what a straight border can do.",
                        MOST_LAYERS,
                        worst));
        evidence.answer(
                "Why not XOR?",
                new Formula(
                        "f(0,1) + f(1,0) = f(0,0) + f(1,1) \\quad \\textrm{for every} \\quad f(x) = w_1 x_1 + w_2 x_2 + c"),
                "XOR wants both terms on the left above a threshold and both on the right below it. Of the 16 ways to divide the four"
                        + " points, lines make "
                        + lines.found().size()
                        + ", each found below; the other two are XOR and its opposite, which this"
                        + " equation forbids. The best of the lines gets " + mostRight
                        + " rows of XOR right. Fitted by least"
                        + " squares, the map is .5 everywhere, whatever goes in.");
        evidence.answer(
                "Why is the answer that the handout came with wrong?",
                "It says yes, since networks of several layers solve XOR. They do if something that is not linear lies between the"
                        + " layers, such as a threshold or a ReLU; with linear activations no structure helps. The two"
                        + " answers, to this question and to the one before, are the wrong way round.");
        evidence.answer(
                "Which functions can be learnt?",
                "Those whose rows a straight border divides: of two inputs nearly all, of three fewer than half, of four one"
                        + " in 35; of the others some rows stay wrong. If the output must be 0 or 1 itself, without a threshold"
                        + " after it, only constants and single inputs or their opposites remain: 2n + 2 functions.");
        evidence.figure(new AffineFigure(best, fit, deep.get(deep.size() - 1)).figure());
        evidence.table(dichotomies(lines));
        evidence.table(learnable());
        evidence.table(deepNetworks(deep));
        evidence.check(
                "most rows of XOR that an affine map with a threshold gets right",
                mostRight,
                Bound.exactly(3),
                EvidenceKind.EXACT,
                "all ways in which a line divides the four points");
        evidence.check(
                "control: the same of OR, which a line can do",
                lines.mostRowsRight(List.of(OR))[0],
                Bound.exactly(4),
                EvidenceKind.EXACT,
                "the search must find what there is");
        evidence.check(
                "ways to divide the four points by a line",
                lines.found().size(),
                Bound.exactly(14),
                EvidenceKind.EXACT,
                "Muroga's count; the other two are contradicted");
        evidence.check(
                "largest difference of the least-squares fit from .5",
                Arrays.stream(fit).map(value -> Math.abs(value - 0.5)).max().orElseThrow(),
                Bound.atMost(1e-13),
                EvidenceKind.EXACT,
                "Householder's QR of 4 x 3 numbers rounds by some 6 x 12 units of 1.1e-16; the squared condition of its design, 10, carries that"
                        + " on");
        evidence.check(
                "slope of the squared error at .5 everywhere",
                Arrays.stream(slopeAtHalf()).map(Math::abs).max().orElseThrow(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "halves are exact in binary; where the slope is 0 the error is least, as it is convex");
        evidence.check(
                "largest relative difference of deep networks from one affine map",
                worst,
                Bound.atMost(TOLERANCE),
                EvidenceKind.EXACT,
                "no less than the bound that the next row measures");
        evidence.check(
                "what rounding can add up to in these networks",
                deep.stream()
                        .mapToDouble(DeepLinearNetwork::roundingBound)
                        .max()
                        .orElseThrow(),
                Bound.atMost(TOLERANCE),
                EvidenceKind.EXACT,
                "on either way each product or addition rounds by 1.1e-16 of what the absolute values of all weights, offsets"
                        + " and inputs come to; as a part of the largest output");
        evidence.check(
                "control: smallest such difference with ReLU between the layers",
                deep.stream()
                        .mapToDouble(DeepLinearNetwork::errorWithRelu)
                        .min()
                        .orElseThrow(),
                Bound.above(1e-3),
                EvidenceKind.EXACT,
                "a network that is not affine must differ");

        evidence.assertChecks();
        assertThat(rowsOfXor(best)).isEqualTo(mostRight);
        assertThat(affine(2)).as("of two inputs").hasSize(6);
        assertThat(affine(3)).as("of three inputs").hasSize(8);
    }

    private static int rowsOfXor(Perceptron line) {
        return XOR.rows() - new PerceptronNetwork(2, List.of(List.of(line))).wrongRows(XOR);
    }

    /** The values at the four rows of the affine map with the least squared error. */
    private static double[] leastSquares() {
        double[][] points = IntStream.range(0, XOR.rows())
                .mapToObj(row -> numbers(XOR.point(row)))
                .toArray(double[][]::new);
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(numbers(XOR.values()), points);
        double[] map = regression.estimateRegressionParameters();
        return Arrays.stream(points)
                .mapToDouble(point -> map[0] + map[1] * point[0] + map[2] * point[1])
                .toArray();
    }

    /** Of half the squared error at the map that is .5 everywhere, by its offset and both weights. */
    private static double[] slopeAtHalf() {
        double[] slope = new double[3];
        for (int row = 0; row < XOR.rows(); row++) {
            double[] point = numbers(XOR.point(row));
            double residual = 0.5 - (XOR.value(row) ? 1 : 0);
            slope[0] += residual;
            slope[1] += residual * point[0];
            slope[2] += residual * point[1];
        }
        return slope;
    }

    private static double[] numbers(boolean[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] ? 1 : 0)
                .toArray();
    }

    private static DataTable dichotomies(SinglePerceptrons lines) {
        List<List<Object>> rows = new ArrayList<>();
        for (BooleanFunction function : BooleanFunction.every(2)) {
            Optional<Perceptron> line = lines.of(function);
            rows.add(List.of(
                    IntStream.range(0, function.rows())
                            .mapToObj(row -> function.value(row) ? "1" : "0")
                            .collect(Collectors.joining(" ")),
                    line.map(LinearActivationsTest::border)
                            .orElseGet(() -> "none: "
                                    + Contradiction.of(function).orElseThrow().equation(function)),
                    line.map(found -> (Object) rowsOfXor(found)).orElse("")));
        }
        return new DataTable(
                "All ways to divide the four points", List.of("At 00 01 10 11", "On where", "Rows of XOR right"), rows);
    }

    /** As an inequality, such as x1 - x2 at least 1. */
    private static String border(Perceptron line) {
        StringBuilder sum = new StringBuilder();
        for (int i = 0; i < line.weights().length; i++) {
            int weight = line.weights()[i];
            if (weight != 0) {
                String sign = weight < 0 ? "- " : sum.isEmpty() ? "" : "+ ";
                sum.append(sign)
                        .append(Math.abs(weight) == 1 ? "" : Math.abs(weight) + " ")
                        .append("x")
                        .append(i + 1)
                        .append(" ");
            }
        }
        if (sum.isEmpty()) {
            return line.threshold() <= 0 ? "everywhere" : "nowhere";
        }
        return sum + "\u2265 " + line.threshold();
    }

    /** How many functions there are by the rows that an affine map with a threshold gets right at best. */
    private static DataTable learnable() {
        List<List<Object>> rows = new ArrayList<>();
        for (int inputs = 2; inputs <= MOST_INPUTS; inputs++) {
            SinglePerceptrons single = SinglePerceptrons.search(inputs);
            SortedMap<Integer, Integer> functions = new TreeMap<>(Comparator.reverseOrder());
            for (int right : single.mostRowsRight(BooleanFunction.every(inputs))) {
                functions.merge(right, 1, Integer::sum);
            }
            int all = 1 << inputs;
            for (int right : functions.keySet()) {
                rows.add(List.of(
                        inputs,
                        right + " of " + all,
                        functions.get(right),
                        right == all ? affine(inputs).size() : 0));
            }
        }
        return new DataTable(
                "What affine maps get right",
                List.of(
                        "Inputs",
                        "Rows right at best, with a threshold",
                        "Functions",
                        "Of these affine maps themselves, without a threshold"),
                rows);
    }

    /** The functions that are an affine map themselves. */
    private static List<BooleanFunction> affine(int inputs) {
        return BooleanFunction.every(inputs).stream()
                .filter(LinearActivationsTest::isAffine)
                .toList();
    }

    private static boolean isAffine(BooleanFunction function) {
        int offset = function.value(0) ? 1 : 0;
        for (int row = 0; row < function.rows(); row++) {
            int sum = offset;
            for (int i = 0; i < function.inputs(); i++) {
                int alone = 1 << i;
                sum += (row & alone) > 0 ? (function.value(alone) ? 1 : 0) - offset : 0;
            }
            if (sum != (function.value(row) ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    private static DataTable deepNetworks(List<DeepLinearNetwork> deep) {
        return new DataTable(
                "Deep networks beside one affine map, largest relative difference",
                List.of("Layers", "Without activations", "Bound by rounding", "With ReLU"),
                deep.stream()
                        .map(network -> List.<Object>of(
                                network.layers(),
                                scientific(network.error()),
                                scientific(network.roundingBound()),
                                scientific(network.errorWithRelu())))
                        .toList());
    }

    private static String scientific(double number) {
        return String.format(Locale.ROOT, "%.1e", number);
    }

    @Test
    void composedMapIsThatByHand() {
        AffineMap first = map(new double[][] {{1, 2}}, 3, 4);
        AffineMap second = map(new double[][] {{5}, {6}}, 7);

        // x to (x + 3, 2 x + 4), and that to 5 (x + 3) + 6 (2 x + 4) + 7 = 17 x + 46.
        AffineMap composed = AffineMap.composed(List.of(first, second));

        assertThat(composed.matrix().toDoubleMatrix()).isDeepEqualTo(new double[][] {{17}});
        assertThat(composed.offset().toDoubleMatrix()).isDeepEqualTo(new double[][] {{46}});
        assertThat(composed.apply(Nd4j.createFromArray(new double[][] {{2}, {-1}}))
                        .toDoubleMatrix())
                .isDeepEqualTo(new double[][] {{80}, {29}});
    }

    private static AffineMap map(double[][] matrix, double... offset) {
        INDArray row = Nd4j.createFromArray(offset).reshape(1, offset.length);
        return new AffineMap(Nd4j.createFromArray(matrix), row);
    }

    @Test
    void roundingBoundStaysBelowTheToleranceForOtherWeights() {
        for (int seed = 1; seed <= 20; seed++) {
            DeepLinearNetwork network = DeepLinearNetwork.random(MOST_LAYERS, seed);

            assertThat(network.error()).as("seed %s", seed).isLessThanOrEqualTo(network.roundingBound());
            assertThat(network.roundingBound()).as("seed %s", seed).isLessThanOrEqualTo(TOLERANCE);
            assertThat(network.errorWithRelu()).as("seed %s, with ReLU", seed).isGreaterThan(1e-3);
        }
    }
}
