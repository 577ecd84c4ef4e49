package org.dlcourse.homework.ann.convolution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.dlcourse.figure.DataTable;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * The page on the convolution by hand.
 *
 * @param comparisons with PyTorch and DL4J for random shapes
 * @param digits images of digits with the solution's output; the first are drawn
 */
record ConvolutionPage(List<ConvolutionComparison> comparisons, List<FilteredDigits> digits) {
    static final double TOLERANCE = 1e-12;

    private static final String ROUNDING =
            "each value is a sum of at most 5 x 7 x 7 products (16 for the digits), whose rounding error in any order is less"
                    + " than 245 ulp, 3e-14, of the sum of their absolute values; the largest output, by which the difference"
                    + " is divided, is assumed to be at least a thirtieth of that sum";

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "For %d random shapes the solution differs from PyTorch by at most %.1e and from DL4J by at most %.1e, relative to the"
                        + " largest output.",
                comparisons.size(),
                largest(ConvolutionComparison::pytorch),
                largest(ConvolutionComparison::dl4j)));
        digits.forEach(one -> evidence.data(one.description()));
        evidence.answer(
                "Method",
                "For each position in the kernel, the images are shifted by that position and multiplied by the weights at that"
                        + " position, as one matrix product over the channels. The sum over all positions is the"
                        + " convolution. There is no loop over images or pixels, and no convolution of a library.");
        evidence.figure(
                new ConvolutionFigure(digits.get(0).source(), digits.get(0).output()).figure());
        evidence.table(table());
    }

    private DataTable table() {
        return new DataTable(
                "Relative differences for random shapes, in double precision",
                List.of("Input", "Kernel", "From PyTorch", "From DL4J", "Control: kernel flipped"),
                comparisons.stream()
                        .map(comparison -> List.<Object>of(
                                Arrays.toString(comparison.inputShape()),
                                Arrays.toString(comparison.kernelShape()),
                                scientific(comparison.pytorch()),
                                scientific(comparison.dl4j()),
                                scientific(comparison.flipped())))
                        .toList());
    }

    private static String scientific(double number) {
        return String.format(Locale.ROOT, "%.1e", number);
    }

    void check(Evidence evidence) {
        checkRounding(evidence, "from PyTorch", largest(ConvolutionComparison::pytorch));
        checkRounding(evidence, "from DL4J", largest(ConvolutionComparison::dl4j));
        checkRounding(
                evidence,
                "from DL4J on the digits, " + digits.size() + (digits.size() == 1 ? " set" : " sets") + " of 5 images",
                digits.stream()
                        .mapToDouble(FilteredDigits::relativeErrorToDl4j)
                        .max()
                        .orElseThrow());
        evidence.check(
                "control: smallest relative difference with the kernel flipped",
                comparisons.stream()
                        .filter(ConvolutionComparison::hasLargerKernelThanOnePixel)
                        .mapToDouble(ConvolutionComparison::flipped)
                        .min()
                        .orElseThrow(),
                Bound.above(1e-3),
                EvidenceKind.EXACT,
                "a flipped kernel of random weights gives other sums, which the comparison must detect");
    }

    private static void checkRounding(Evidence evidence, String from, double difference) {
        evidence.check(
                "largest relative difference " + from,
                difference,
                Bound.atMost(TOLERANCE),
                EvidenceKind.EXACT,
                ROUNDING);
    }

    private double largest(ToDoubleFunction<ConvolutionComparison> difference) {
        return comparisons.stream().mapToDouble(difference).max().orElseThrow();
    }
}
