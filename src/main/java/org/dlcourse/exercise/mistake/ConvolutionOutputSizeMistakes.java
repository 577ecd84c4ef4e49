package org.dlcourse.exercise.mistake;

import java.util.List;
import org.dlcourse.exercise.ConvolutionOutputSize;
import org.dlcourse.exercise.ConvolutionOutputSize.Geometry;
import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.dlcourse.kit.Mistake;

/** Wrong formulas for the output size of a convolution. */
public final class ConvolutionOutputSizeMistakes {
    private ConvolutionOutputSizeMistakes() {}

    public static List<Mistake<ConvolutionOutputSize>> all() {
        return List.of(
                mistake(
                        "rounded up: the last position of the kernel exceeds the padded image",
                        (input, kernel, stride, padding, dilation) ->
                                ceiling(input + 2 * padding - spanned(kernel, dilation), stride) + 1),
                mistake(
                        "the final + 1 is missing: strides are counted instead of positions",
                        (input, kernel, stride, padding, dilation) ->
                                (input + 2 * padding - spanned(kernel, dilation)) / stride),
                mistake(
                        "the 1 is added before the division by the stride instead of after it",
                        (input, kernel, stride, padding, dilation) ->
                                (input + 2 * padding - spanned(kernel, dilation) + 1) / stride),
                mistake(
                        "the padding is counted once instead of on both sides",
                        (input, kernel, stride, padding, dilation) ->
                                (input + padding - spanned(kernel, dilation)) / stride + 1),
                mistake(
                        "the dilation is ignored",
                        (input, kernel, stride, padding, dilation) -> (input + 2 * padding - kernel) / stride + 1),
                mistake(
                        "the dilation is multiplied by the number of weights instead of the number of gaps",
                        (input, kernel, stride, padding, dilation) ->
                                (input + 2 * padding - dilation * kernel) / stride + 1),
                new Mistake<>(
                        "the kernel's height and width are exchanged",
                        (input, geometry) -> new Size(
                                positions(FLOORED, input, withTransposedKernel(geometry)),
                                positions(
                                        FLOORED,
                                        input.transposed(),
                                        withTransposedKernel(geometry).transposed()))),
                new Mistake<>(
                        "the output's height and width are exchanged",
                        (input, geometry) -> new Size(
                                positions(FLOORED, input.transposed(), geometry.transposed()),
                                positions(FLOORED, input, geometry))));
    }

    /** A formula for the number of positions along one axis. */
    @FunctionalInterface
    private interface Formula {
        int along(int input, int kernel, int stride, int padding, int dilation);
    }

    private static final Formula FLOORED = (input, kernel, stride, padding, dilation) ->
            Math.floorDiv(input + 2 * padding - spanned(kernel, dilation), stride) + 1;

    private static Mistake<ConvolutionOutputSize> mistake(String cause, Formula formula) {
        return new Mistake<>(
                cause,
                (input, geometry) -> new Size(
                        positions(formula, input, geometry),
                        positions(formula, input.transposed(), geometry.transposed())));
    }

    /** The number of positions down the image. */
    private static int positions(Formula formula, Size input, Geometry geometry) {
        return formula.along(
                input.height(),
                geometry.kernel().height(),
                geometry.stride().height(),
                geometry.padding().height(),
                geometry.dilation().height());
    }

    private static Geometry withTransposedKernel(Geometry geometry) {
        return new Geometry(geometry.kernel().transposed(), geometry.stride(), geometry.padding(), geometry.dilation());
    }

    private static int spanned(int kernel, int dilation) {
        return dilation * (kernel - 1) + 1;
    }

    private static int ceiling(int number, int divisor) {
        return (number + divisor - 1) / divisor;
    }
}
