package org.dlcourse.homework.ann.convolution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.exercise.mistake.Convolution2dMistakes;
import org.dlcourse.exercise.reference.ShiftedSumConvolution2d;
import org.dlcourse.figure.DataTable;
import org.dlcourse.grading.Precision;
import org.dlcourse.homework.ann.convolution.Convolution2dCase.Kind;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.Mistake;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.CourseSettings;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The page on the convolution by hand.
 *
 * @param solution of the exercise
 * @param cases images and kernels of random shapes
 * @param settings say where the images of digits are
 * @param precision of what the solution has given so far
 */
record ConvolutionPage(
        Convolution2d solution, List<Convolution2dCase> cases, CourseSettings settings, Supplier<Precision> precision) {
    static final double TOLERANCE = 1e-12;

    private static final long[] OUTPUT = {5, 8, 25, 25};

    private static final String ROUNDING =
            "a value is a sum of at most 5 x 7 x 7 = 245 products (16 for the digits); its 245 roundings, in any order, are less"
                    + " than 3e-14 of the sum of the products' absolute values; the difference is divided by the largest output,"
                    + " which is assumed to be at least a thirtieth of that sum";

    private double tolerance() {
        return precision.get().tolerance(TOLERANCE);
    }

    void check(Evidence evidence) {
        evidence.criterion("digits", () -> {
            List<FilteredDigits> digits = digits();
            checkRounding(
                    evidence,
                    "from DL4J on the digits, " + digits.size() + (digits.size() == 1 ? " set" : " sets")
                            + " of 5 images",
                    digits.stream().mapToDouble(FilteredDigits::relativeErrorToDl4j));
            evidence.check(
                    "sets of images whose output does not have the shape [5, 8, 25, 25]",
                    digits.stream()
                            .filter(one -> !Arrays.equals(one.output().shape(), OUTPUT))
                            .count(),
                    Bound.exactly(0),
                    EvidenceKind.EXACT,
                    "28 - 4 + 1 = 25 positions of each of 8 kernels in 5 images");
            mistakesOnDigits().nameCauses(evidence, solution);
        });
        for (Kind kind : Kind.values()) {
            evidence.criterion(kind.toString(), () -> check(evidence, kind));
        }
    }

    /** In the first case that was drawn for this submission, which has several images. */
    private ExerciseCheck<Convolution2d> mistakes(Kind kind) {
        Convolution2d right = new ShiftedSumConvolution2d();
        Convolution2dCase drawn = cases.stream()
                .filter(one -> one.kind() == kind && one.pytorch().isEmpty())
                .findFirst()
                .orElseThrow();
        return check(
                kind == Kind.ONE_CHANNEL ? Convolution2dMistakes.ofOneChannel(right) : Convolution2dMistakes.of(right),
                drawn.input(),
                drawn.kernel());
    }

    private ExerciseCheck<Convolution2d> check(
            List<Mistake<Convolution2d>> mistakes, INDArray images, INDArray kernel) {
        return new ExerciseCheck<>(
                mistakes,
                other -> values(other.forward(images, kernel)),
                values(new Dl4jConvolution2d().forward(images, kernel)),
                tolerance());
    }

    private static double[] values(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    private ExerciseCheck<Convolution2d> mistakesOnDigits() {
        ConvolutionInputs inputs = digits().get(0).inputs();
        return check(
                Convolution2dMistakes.ofOneChannel(new ShiftedSumConvolution2d()), inputs.images(), inputs.kernel());
    }

    private void check(Evidence evidence, Kind kind) {
        List<ConvolutionComparison> comparisons = comparisons(kind);
        if (comparisons.stream().anyMatch(one -> one.pytorch().isPresent())) {
            checkRounding(
                    evidence,
                    "from PyTorch, " + kind,
                    comparisons.stream().flatMapToDouble(one -> one.pytorch().stream()));
        }
        checkRounding(evidence, "from DL4J, " + kind, comparisons.stream().mapToDouble(ConvolutionComparison::dl4j));
        mistakes(kind).nameCauses(evidence, solution);
        evidence.check(
                "control: smallest relative difference with the kernel flipped, " + kind,
                comparisons.stream()
                        .filter(ConvolutionComparison::hasLargerKernelThanOnePixel)
                        .mapToDouble(ConvolutionComparison::flipped)
                        .min()
                        .orElseThrow(),
                Bound.above(1e-3),
                EvidenceKind.EXACT,
                "a flipped kernel of random weights gives other sums, which the comparison must detect");
    }

    private void checkRounding(Evidence evidence, String from, DoubleStream differences) {
        evidence.check(
                "largest relative difference " + from,
                differences.max().orElseThrow(),
                Bound.atMost(tolerance()),
                EvidenceKind.EXACT,
                precision.get().reason(ROUNDING));
    }

    private List<FilteredDigits> digits() {
        return FilteredDigits.of(solution, settings);
    }

    private List<ConvolutionComparison> comparisons(Kind kind) {
        return cases.stream()
                .filter(one -> one.kind() == kind)
                .map(one -> ConvolutionComparison.of(solution, one))
                .toList();
    }

    void show(Evidence evidence) {
        List<FilteredDigits> digits = digits();
        digits.forEach(one -> evidence.data(one.description()));
        evidence.answer(
                "Method",
                "For each position in the kernel, the images are shifted by that position and multiplied by the weights at that"
                        + " position, as one matrix product over the channels. The sum over all positions is the"
                        + " convolution. There is no loop over images or pixels, and no convolution of a library.");
        evidence.figure(
                new ConvolutionFigure(digits.get(0).source(), digits.get(0).output()).figure());
        evidence.figure(new KernelFigure(digits.get(0).inputs()).figure());
        List<ConvolutionComparison> comparisons = Stream.of(Kind.values())
                .flatMap(kind -> comparisons(kind).stream())
                .toList();
        evidence.conclusion(String.format(
                Locale.ROOT,
                "For %d random shapes the solution differs from DL4J by at most %.1e relative to the largest output, and for %d of"
                        + " them from PyTorch by at most %.1e.",
                comparisons.size(),
                comparisons.stream()
                        .mapToDouble(ConvolutionComparison::dl4j)
                        .max()
                        .orElseThrow(),
                comparisons.stream().filter(one -> one.pytorch().isPresent()).count(),
                comparisons.stream()
                        .flatMapToDouble(one -> one.pytorch().stream())
                        .max()
                        .orElseThrow()));
        evidence.table(table(comparisons));
        mistakes(Kind.RECTANGULAR).prove(evidence, "in a case with " + Kind.RECTANGULAR);
    }

    private static DataTable table(List<ConvolutionComparison> comparisons) {
        return new DataTable(
                "Relative differences for random shapes, in double precision (PyTorch's outputs are recorded for some of them)",
                List.of("Input", "Kernel", "From PyTorch", "From DL4J", "Control: kernel flipped"),
                comparisons.stream()
                        .map(comparison -> List.<Object>of(
                                Arrays.toString(comparison.inputShape()),
                                Arrays.toString(comparison.kernelShape()),
                                comparison.pytorch().isPresent()
                                        ? scientific(comparison.pytorch().getAsDouble())
                                        : "not recorded",
                                scientific(comparison.dl4j()),
                                scientific(comparison.flipped())))
                        .toList());
    }

    private static String scientific(double number) {
        return String.format(Locale.ROOT, "%.1e", number);
    }
}
