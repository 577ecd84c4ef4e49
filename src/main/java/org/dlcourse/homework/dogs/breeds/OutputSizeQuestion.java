package org.dlcourse.homework.dogs.breeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.dlcourse.exercise.ConvolutionOutputSize.Sliding;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.KernelPlaces;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.util.SeededRandom;

/**
 * An image and a kernel that moves over it.
 *
 * @param input size of the image
 * @param sliding the kernel and how it moves
 */
record OutputSizeQuestion(Size input, Sliding sliding) {
    private static final Size ONE = new Size(1, 1);

    /** The handout's: 32 x 32, padding 4 x 8, kernel 8 x 4, stride 2 x 2. */
    static OutputSizeQuestion ofHandout() {
        return new OutputSizeQuestion(
                new Size(32, 32), new Sliding(new Size(8, 4), new Size(2, 2), new Size(4, 8), ONE));
    }

    /** Random ones whose kernel fits into the padded image, now and then exactly. */
    static List<OutputSizeQuestion> random(int count, long seed) {
        Random random = SeededRandom.of(seed, "settings of convolutions");
        List<OutputSizeQuestion> questions = new ArrayList<>();
        while (questions.size() < count) {
            int[] height = axis(random);
            int[] width = axis(random);
            questions.add(new OutputSizeQuestion(
                    new Size(height[0], width[0]),
                    new Sliding(
                            new Size(height[1], width[1]),
                            new Size(height[2], width[2]),
                            new Size(height[3], width[3]),
                            new Size(height[4], width[4]))));
        }
        return questions;
    }

    /** Random ones whose kernel is a pixel or more too large for the padded image, along one axis or both. */
    static List<OutputSizeQuestion> tooLarge(int count, long seed) {
        Random random = SeededRandom.of(seed, "kernels that do not fit");
        return random(count, seed).stream()
                .map(fitting -> {
                    Sliding sliding = fitting.sliding();
                    Size padded = new Size(
                            fitting.input().height() + 2 * sliding.padding().height(),
                            fitting.input().width() + 2 * sliding.padding().width());
                    int axes = 1 + random.nextInt(3);
                    Size kernel = new Size(
                            (axes & 1) > 0
                                    ? padded.height() + 1 + random.nextInt(3)
                                    : sliding.kernel().height(),
                            (axes & 2) > 0
                                    ? padded.width() + 1 + random.nextInt(3)
                                    : sliding.kernel().width());
                    return new OutputSizeQuestion(
                            fitting.input(),
                            new Sliding(kernel, sliding.stride(), sliding.padding(), sliding.dilation()));
                })
                .toList();
    }

    /** Input, kernel, stride, padding and dilation; every sixth kernel fills the padded input. */
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

    KernelPlaces down() {
        return places("Height", input, sliding);
    }

    KernelPlaces across() {
        return places("Width", input.turned(), sliding.turned());
    }

    /** The places counted one by one. */
    Size counted() {
        return new Size(down().starts().size(), across().starts().size());
    }

    boolean leavesPixelsOver() {
        return down().leftOver() > 0 || across().leftOver() > 0;
    }

    boolean isDilated() {
        return sliding.dilation().height() > 1 && sliding.kernel().height() > 1
                || sliding.dilation().width() > 1 && sliding.kernel().width() > 1;
    }

    /** Whether the kernel has a single place along an axis, and nothing is left over there. */
    boolean isFilled() {
        return isFilled(down()) || isFilled(across());
    }

    private static boolean isFilled(KernelPlaces axis) {
        return axis.starts().size() == 1 && axis.leftOver() == 0;
    }

    private static KernelPlaces places(String axis, Size input, Sliding sliding) {
        KernelPlaces places = new KernelPlaces(
                "",
                input.height(),
                sliding.padding().height(),
                sliding.kernel().height(),
                sliding.stride().height(),
                sliding.dilation().height());
        return new KernelPlaces(
                axis + ": " + places.starts().size() + " places",
                places.input(),
                places.padding(),
                places.kernel(),
                places.stride(),
                places.dilation());
    }

    Figure figure() {
        return new Figure(
                "The kernel's places",
                "On top, the pixels along one axis of the image with its padding, numbered from the image's first. Under them one"
                        + " row for each place of the kernel, numbered from 1: the last is the one from which another stride"
                        + " would carry it beyond the padding.",
                900,
                400,
                new Panels(
                        2,
                        List.of(down(), across()),
                        new Legend(List.of(
                                new Legend.Entry("pixel of the image", Palette.SKY_BLUE, Style.POINTS),
                                new Legend.Entry("pixel of the padding", KernelPlaces.PADDING, Style.POINTS),
                                new Legend.Entry("weight of the kernel", Palette.VERMILION, Style.POINTS)))),
                List.of(table("height", down()), table("width", across())));
    }

    private static DataTable table(String axis, KernelPlaces places) {
        List<List<Object>> rows = new ArrayList<>();
        for (int start : places.starts()) {
            int first = start - places.padding();
            rows.add(List.of(rows.size() + 1, first, first + places.dilation() * (places.kernel() - 1)));
        }
        return new DataTable("Places along the " + axis, List.of("place", "first pixel", "last pixel"), rows);
    }
}
