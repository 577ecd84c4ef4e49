package org.dlcourse.homework.dogs.breeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dlcourse.exercise.ConvolutionOutputSize.Geometry;
import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.dlcourse.figure.KernelPositions;
import org.dlcourse.util.SeededRandom;

/**
 * An image and a kernel that moves over it.
 *
 * @param input size of the image
 * @param geometry the kernel and how it moves
 */
record ConvolutionSetting(Size input, Geometry geometry) {
    private static final Size ONE = new Size(1, 1);

    /** The setting of the handout's question: 32 x 32, padding 4 x 8, kernel 8 x 4, stride 2 x 2. */
    static ConvolutionSetting ofHandout() {
        return new ConvolutionSetting(
                new Size(32, 32), new Geometry(new Size(8, 4), new Size(2, 2), new Size(4, 8), ONE));
    }

    /** Random settings whose kernel fits into the padded image; some kernels fill it along an axis. */
    static List<ConvolutionSetting> random(int count, long seed) {
        Random random = SeededRandom.of(seed, "settings of convolutions");
        List<ConvolutionSetting> settings = new ArrayList<>();
        while (settings.size() < count) {
            int[] height = axis(random);
            int[] width = axis(random);
            settings.add(new ConvolutionSetting(
                    new Size(height[0], width[0]),
                    new Geometry(
                            new Size(height[1], width[1]),
                            new Size(height[2], width[2]),
                            new Size(height[3], width[3]),
                            new Size(height[4], width[4]))));
        }
        return settings;
    }

    /** Random settings whose kernel is too large for the padded image, by 1 to 3 pixels, along one axis or both. */
    static List<ConvolutionSetting> tooLarge(int count, long seed) {
        Random random = SeededRandom.of(seed, "kernels that do not fit");
        return random(count, seed).stream()
                .map(fitting -> {
                    Geometry geometry = fitting.geometry();
                    Size padded = new Size(
                            fitting.input().height() + 2 * geometry.padding().height(),
                            fitting.input().width() + 2 * geometry.padding().width());
                    int axes = 1 + random.nextInt(3);
                    Size kernel = new Size(
                            (axes & 1) > 0
                                    ? padded.height() + 1 + random.nextInt(3)
                                    : geometry.kernel().height(),
                            (axes & 2) > 0
                                    ? padded.width() + 1 + random.nextInt(3)
                                    : geometry.kernel().width());
                    return new ConvolutionSetting(
                            fitting.input(),
                            new Geometry(kernel, geometry.stride(), geometry.padding(), geometry.dilation()));
                })
                .toList();
    }

    /**
     * The numbers along one axis; one kernel in six fills the padded input.
     *
     * @return input, kernel, stride, padding, dilation
     */
    private static int[] axis(Random random) {
        int input = 1 + random.nextInt(40);
        int padding = random.nextInt(6);
        int dilation = 1 + random.nextInt(3);
        int largestKernel = (input + 2 * padding - 1) / dilation + 1;
        boolean fills = random.nextInt(6) == 0;
        if (fills) {
            dilation = 1;
            largestKernel = input + 2 * padding;
        }
        int kernel = fills ? largestKernel : 1 + random.nextInt(Math.min(9, largestKernel));
        return new int[] {input, kernel, 1 + random.nextInt(5), padding, dilation};
    }

    /** The kernel's positions along the height. */
    KernelPositions down() {
        return positions("Height", input, geometry);
    }

    /** The kernel's positions along the width. */
    KernelPositions across() {
        return positions("Width", input.transposed(), geometry.transposed());
    }

    /** The output size by counting the kernel's positions one by one. */
    Size counted() {
        return new Size(down().starts().size(), across().starts().size());
    }

    /** Whether the last position of the kernel leaves pixels over at an end. */
    boolean leavesPixelsOver() {
        return down().leftOver() > 0 || across().leftOver() > 0;
    }

    /** Whether the dilation changes the span of the kernel. */
    boolean isDilated() {
        return geometry.dilation().height() > 1 && geometry.kernel().height() > 1
                || geometry.dilation().width() > 1 && geometry.kernel().width() > 1;
    }

    /** Whether the kernel has a single position along an axis, with no pixel left over. */
    boolean isFilled() {
        return isFilled(down()) || isFilled(across());
    }

    private static boolean isFilled(KernelPositions axis) {
        return axis.starts().size() == 1 && axis.leftOver() == 0;
    }

    private static KernelPositions positions(String axis, Size input, Geometry geometry) {
        KernelPositions positions = new KernelPositions(
                "",
                input.height(),
                geometry.padding().height(),
                geometry.kernel().height(),
                geometry.stride().height(),
                geometry.dilation().height());
        return new KernelPositions(
                axis + ": " + positions.starts().size() + " positions",
                positions.input(),
                positions.padding(),
                positions.kernel(),
                positions.stride(),
                positions.dilation());
    }
}
