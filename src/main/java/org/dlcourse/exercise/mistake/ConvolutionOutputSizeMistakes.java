package org.dlcourse.exercise.mistake;

import java.util.List;
import org.dlcourse.exercise.ConvolutionOutputSize;
import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.dlcourse.exercise.ConvolutionOutputSize.Sliding;
import org.dlcourse.kit.Mistake;

/** Wrong sizes of a convolution's output. */
public final class ConvolutionOutputSizeMistakes {
    private ConvolutionOutputSizeMistakes() {}

    public static List<Mistake<ConvolutionOutputSize>> all() {
        return List.of(
                mistake(
                        "rounded up: the kernel sticks out at the end",
                        (input, kernel, stride, padding, dilation) ->
                                ceiling(input + 2 * padding - spanned(kernel, dilation), stride) + 1),
                mistake(
                        "the last + 1 is missing: strides are counted and not places",
                        (input, kernel, stride, padding, dilation) ->
                                (input + 2 * padding - spanned(kernel, dilation)) / stride),
                mistake(
                        "the 1 is added before the division by the stride and not after it",
                        (input, kernel, stride, padding, dilation) ->
                                (input + 2 * padding - spanned(kernel, dilation) + 1) / stride),
                mistake(
                        "the padding is counted once and not on both sides",
                        (input, kernel, stride, padding, dilation) ->
                                (input + padding - spanned(kernel, dilation)) / stride + 1),
                mistake(
                        "the dilation is ignored",
                        (input, kernel, stride, padding, dilation) -> (input + 2 * padding - kernel) / stride + 1),
                mistake(
                        "the dilation widens the kernel by its number of weights and not of gaps",
                        (input, kernel, stride, padding, dilation) ->
                                (input + 2 * padding - dilation * kernel) / stride + 1),
                new Mistake<>(
                        "the kernel's height and width are exchanged",
                        (input, sliding) -> new Size(
                                places(FLOORED, input, withTurnedKernel(sliding)),
                                places(
                                        FLOORED,
                                        input.turned(),
                                        withTurnedKernel(sliding).turned()))),
                new Mistake<>(
                        "the output's height and width are exchanged",
                        (input, sliding) -> new Size(
                                places(FLOORED, input.turned(), sliding.turned()), places(FLOORED, input, sliding))));
    }

    /** What is thought to be the number of places along one axis. */
    @FunctionalInterface
    private interface Places {
        int along(int input, int kernel, int stride, int padding, int dilation);
    }

    private static final Places FLOORED = (input, kernel, stride, padding, dilation) ->
            Math.floorDiv(input + 2 * padding - spanned(kernel, dilation), stride) + 1;

    private static Mistake<ConvolutionOutputSize> mistake(String cause, Places places) {
        return new Mistake<>(
                cause,
                (input, sliding) ->
                        new Size(places(places, input, sliding), places(places, input.turned(), sliding.turned())));
    }

    /** Down the image. */
    private static int places(Places places, Size input, Sliding sliding) {
        return places.along(
                input.height(),
                sliding.kernel().height(),
                sliding.stride().height(),
                sliding.padding().height(),
                sliding.dilation().height());
    }

    private static Sliding withTurnedKernel(Sliding sliding) {
        return new Sliding(sliding.kernel().turned(), sliding.stride(), sliding.padding(), sliding.dilation());
    }

    private static int spanned(int kernel, int dilation) {
        return dilation * (kernel - 1) + 1;
    }

    private static int ceiling(int number, int divisor) {
        return (number + divisor - 1) / divisor;
    }
}
