package org.dlcourse.homework.conv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.dataset.npy.NpyReader;
import org.dlcourse.exercise.Convolution1d;
import org.dlcourse.exercise.Convolution1d.Gradients;
import org.dlcourse.exercise.mistake.Convolution1dMistakes;
import org.dlcourse.exercise.reference.ShiftedSumConvolution1d;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Formula;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.RelativeError;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Convolution1dTest {
    private static final Path GOLDEN = Path.of("fixtures", "convolution1d");
    private static final int CASES = 20;
    private static final double TOLERANCE = 1e-12;

    private final Convolution1d convolution = new ShiftedSumConvolution1d();

    /** One golden case: what went in, and what PyTorch made of it. */
    private record Golden(
            INDArray input,
            INDArray weights,
            INDArray bias,
            int stride,
            INDArray outputGradient,
            INDArray output,
            Gradients gradients) {
        static Golden of(int number) {
            return new Golden(
                    read(number, "input"),
                    read(number, "weights"),
                    read(number, "bias"),
                    read(number, "stride").getInt(0),
                    read(number, "output_gradient"),
                    read(number, "output"),
                    new Gradients(
                            read(number, "input_gradient"),
                            read(number, "weights_gradient"),
                            read(number, "bias_gradient")));
        }

        private static INDArray read(int number, String what) {
            return NpyReader.read(GOLDEN.resolve(String.format(Locale.ROOT, "%02d_%s.npy", number, what)))
                    .toNd4j();
        }

        boolean leavesInputOver() {
            return (input.size(2) - weights.size(2)) % stride != 0;
        }
    }

    /** The relative errors of a solution in one case. */
    private record Errors(Golden golden, double output, double input, double weights, double bias) {
        static Errors of(Golden golden, Convolution1d solution) {
            INDArray output = solution.forward(golden.input(), golden.weights(), golden.bias(), golden.stride());
            Gradients gradients =
                    solution.backward(golden.input(), golden.weights(), golden.stride(), golden.outputGradient());
            return new Errors(
                    golden,
                    relativeError(output, golden.output()),
                    relativeError(gradients.input(), golden.gradients().input()),
                    relativeError(gradients.weights(), golden.gradients().weights()),
                    relativeError(gradients.bias(), golden.gradients().bias()));
        }
    }

    @Requirement("CONV-3")
    void outputAndGradientsEqualPytorchs(Evidence evidence) {
        List<Golden> cases = IntStream.range(0, CASES).mapToObj(Golden::of).toList();
        List<Errors> errors =
                cases.stream().map(golden -> Errors.of(golden, convolution)).toList();
        // A batch of one, a stride of 1 and one that divides the width would hide some of the mistakes.
        ExerciseCheck<Convolution1d> mistakes = mistakes(cases.stream()
                .filter(golden -> golden.input().size(0) > 1
                        && (golden.input().size(2) - golden.weights().size(2)) % golden.stride() > 0)
                .findFirst()
                .orElseThrow());
        evidence.answer(
                "How wide is the output?",
                new Formula("\\left\\lfloor \\frac{W - K}{S} \\right\\rfloor + 1"),
                "The kernel of width K fits once at the left end, and again after each step of the stride S until it would stick"
                        + " out on the right. What is left over there is seen by no place of the kernel, and its gradient"
                        + " is 0.");
        evidence.answer(
                "What are the gradients?",
                new Formula("y_{b o t} = \\sum_{i,k} W_{o i k} \\, x_{b, i, S t + k} + b_o: \\quad"
                        + " \\frac{\\partial L}{\\partial W_{o i k}} = \\sum_{b,t} \\delta_{b o t} \\, x_{b, i, S t + k}, \\quad"
                        + " \\frac{\\partial L}{\\partial b_o} = \\sum_{b,t} \\delta_{b o t}, \\quad"
                        + " \\frac{\\partial L}{\\partial x_{b i n}} = \\sum_{o,\\, t,k:\\, S t + k = n} W_{o i k} \\,"
                        + " \\delta_{b o t}"),
                "δ is the loss gradient with respect to the output. Weights and biases are shared by all places and examples, so"
                        + " their gradients are sums over them, not means. An input goes into several outputs, and gets"
                        + " something back from each.");
        evidence.figure(figure(errors));
        evidence.table(table(errors));
        check(evidence, "output", errors, Errors::output);
        check(evidence, "gradient of the input", errors, Errors::input);
        check(evidence, "gradient of the weights", errors, Errors::weights);
        check(evidence, "gradient of the bias", errors, Errors::bias);
        evidence.check(
                "largest relative error of a gradient against central differences, on one small case",
                numericalError(),
                Bound.atMost(1e-8),
                EvidenceKind.EXACT,
                "the loss is linear in each number, so differences have no error but rounding: 1e-15 of a loss of up to 100,"
                        + " divided by a step of 1e-3, over gradients of about 1");
        mistakes.prove(evidence, "on the first case with several signals and a stride");

        assertThat(cases).as("a stride that leaves input over").anyMatch(Golden::leavesInputOver);
        assertThat(mistakes.verdict(convolution)).as("the solution itself").isEqualTo("right");
        evidence.assertChecks();
    }

    private static void check(Evidence evidence, String what, List<Errors> errors, ToDoubleFunction<Errors> error) {
        evidence.check(
                "largest relative difference from PyTorch, " + what,
                errors.stream().mapToDouble(error).reduce(0, Math::max),
                Bound.atMost(TOLERANCE),
                EvidenceKind.EXACT,
                "sums of at most 14 x 9 products, or 3 x 299 in a gradient, in another order: less than 900 roundings of"
                        + " 1.1e-16 of their absolute sum, of which the largest value is taken to be at least a tenth");
    }

    private static Figure figure(List<Errors> errors) {
        double[] places =
                IntStream.rangeClosed(1, errors.size()).asDoubleStream().toArray();
        List<Series> series = List.of(
                points("output", places, errors, Errors::output, Palette.BLUE),
                points("input", places, errors, Errors::input, Palette.ORANGE),
                points("weights", places, errors, Errors::weights, Palette.GREEN),
                points("bias", places, errors, Errors::bias, Palette.PURPLE));
        Chart chart = new Chart(
                "Difference from PyTorch",
                Axis.linear("case"),
                Axis.logarithmic("relative difference", 1e-18, 1e-10),
                series,
                List.of(Marker.atY(TOLERANCE, "bound")));
        List<Legend.Entry> legend = List.of(
                new Legend.Entry("output", Palette.BLUE, Style.POINTS),
                new Legend.Entry("gradient of the input", Palette.ORANGE, Style.POINTS),
                new Legend.Entry("of the weights", Palette.GREEN, Style.POINTS),
                new Legend.Entry("of the bias", Palette.PURPLE, Style.POINTS));
        return new Figure(
                "Differences from PyTorch",
                "Largest difference as a part of the largest value, in double precision, for the golden cases of the table."
                        + " Differences of 0 are drawn at the lower edge.",
                900,
                340,
                new Panels(1, List.of(chart), new Legend(legend)),
                List.of(table(errors)));
    }

    private static Series points(
            String name, double[] places, List<Errors> errors, ToDoubleFunction<Errors> error, Color colour) {
        return new Series(name, places, errors.stream().mapToDouble(error).toArray(), colour, Style.POINTS);
    }

    private static DataTable table(List<Errors> errors) {
        List<List<Object>> rows = new ArrayList<>();
        for (Errors error : errors) {
            Golden golden = error.golden();
            rows.add(List.of(
                    rows.size() + 1,
                    Arrays.toString(golden.input().shape()),
                    Arrays.toString(golden.weights().shape()),
                    golden.stride(),
                    golden.output().size(2),
                    scientific(error.output()),
                    scientific(error.input()),
                    scientific(error.weights()),
                    scientific(error.bias())));
        }
        return new DataTable(
                "Relative differences from PyTorch: output, and gradients of input, weights and bias",
                List.of("Case", "Input", "Weights", "Stride", "Output width", "output", "input", "weights", "bias"),
                rows);
    }

    private ExerciseCheck<Convolution1d> mistakes(Golden golden) {
        return new ExerciseCheck<>(
                Convolution1dMistakes.of(convolution),
                solution -> numbers(
                        solution.forward(golden.input(), golden.weights(), golden.bias(), golden.stride()),
                        solution.backward(golden.input(), golden.weights(), golden.stride(), golden.outputGradient())),
                numbers(golden.output(), golden.gradients()),
                TOLERANCE);
    }

    private static double[] numbers(INDArray output, Gradients gradients) {
        return Stream.of(output, gradients.input(), gradients.weights(), gradients.bias())
                .flatMapToDouble(array -> DoubleStream.of(values(array)))
                .toArray();
    }

    /** Central differences of the sum of the output times a gradient, on two signals of two channels. */
    private double numericalError() {
        INDArray input = numbersFrom(1, 2, 2, 9);
        INDArray weights = numbersFrom(2, 3, 2, 3);
        INDArray bias = numbersFrom(3, 3);
        INDArray outputGradient = numbersFrom(4, 2, 3, 4);
        Gradients gradients = convolution.backward(input, weights, 2, outputGradient);
        return DoubleStream.of(
                        differenceError(input, gradients.input(), input, weights, bias, outputGradient),
                        differenceError(weights, gradients.weights(), input, weights, bias, outputGradient),
                        differenceError(bias, gradients.bias(), input, weights, bias, outputGradient))
                .reduce(0, Math::max);
    }

    private double differenceError(
            INDArray varied,
            INDArray gradient,
            INDArray input,
            INDArray weights,
            INDArray bias,
            INDArray outputGradient) {
        double step = 1e-3;
        INDArray numerical = Nd4j.zeros(DataType.DOUBLE, varied.shape());
        for (long i = 0; i < varied.length(); i++) {
            double value = varied.getDouble(i);
            varied.putScalar(i, value + step);
            double above = loss(input, weights, bias, outputGradient);
            varied.putScalar(i, value - step);
            double below = loss(input, weights, bias, outputGradient);
            varied.putScalar(i, value);
            numerical.putScalar(i, (above - below) / (2 * step));
        }
        return relativeError(gradient, numerical);
    }

    private double loss(INDArray input, INDArray weights, INDArray bias, INDArray outputGradient) {
        return convolution
                .forward(input, weights, bias, 2)
                .mul(outputGradient)
                .sumNumber()
                .doubleValue();
    }

    private static INDArray numbersFrom(long seed, int... shape) {
        int length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return Nd4j.createFromArray(new Random(seed).doubles(length, -1, 1).toArray())
                .reshape('c', shape);
    }

    @Test
    void wrongShapesAreErrorsThatSayWhatWasFoundAndExpected() {
        INDArray weights = numbersFrom(1, 3, 2, 4);
        INDArray bias = numbersFrom(2, 3);
        assertThatThrownBy(() -> convolution.forward(numbersFrom(3, 2, 9), weights, bias, 1))
                .hasMessageContaining(
                        "Found input [2, 9], weights [3, 2, 4] and stride 1; expected [batch, input channels");
        assertThatThrownBy(() -> convolution.forward(numbersFrom(3, 1, 5, 9), weights, bias, 1))
                .hasMessageContaining("as many input channels");
        assertThatThrownBy(() -> convolution.forward(numbersFrom(3, 1, 2, 3), weights, bias, 1))
                .hasMessageContaining("a kernel no wider than the input");
        assertThatThrownBy(() -> convolution.forward(numbersFrom(3, 1, 2, 9), weights, bias, 0))
                .hasMessageContaining("a stride of at least 1");
        assertThatThrownBy(() -> convolution.forward(numbersFrom(3, 1, 2, 9), weights, numbersFrom(2, 4), 1))
                .hasMessageContaining("a bias for each output channel");
        assertThatThrownBy(() -> convolution.backward(numbersFrom(3, 1, 2, 9), weights, 2, numbersFrom(4, 1, 3, 4)))
                .hasMessageContaining("Found an output gradient [1, 3, 4]; expected the output's shape [1, 3, 3]");
    }

    /** Infinite where shapes differ, which is how a wrong output size shows. */
    private static double relativeError(INDArray actual, INDArray expected) {
        return Arrays.equals(actual.shape(), expected.shape())
                ? RelativeError.of(values(actual), values(expected))
                : Double.POSITIVE_INFINITY;
    }

    private static double[] values(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    private static String scientific(double number) {
        return String.format(Locale.ROOT, "%.1e", number);
    }
}
