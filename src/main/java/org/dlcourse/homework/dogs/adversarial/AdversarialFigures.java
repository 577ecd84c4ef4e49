package org.dlcourse.homework.dogs.adversarial;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.ColourScale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Rate;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Triptych;

/**
 * A 9 that is taken for a 5, and how often changes of each size mislead the network.
 *
 * @param result what was found
 */
record AdversarialFigures(AdversarialExamples.Result result) {
    private static final int SIDE = 28;
    private static final List<String> DIGITS =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    Figure triptych() {
        Triptych triptych = result.triptych();
        double[] original = doubles(triptych.original());
        double[] changed = doubles(triptych.changed());
        double[] change = IntStream.range(0, original.length)
                .mapToDouble(i -> changed[i] - original[i])
                .toArray();
        ImageGrid pictures = new ImageGrid(
                "",
                3,
                List.of(
                        ImageTile.of(original, SIDE, SIDE, ColourScale.gray(0, 1)),
                        ImageTile.of(change, SIDE, SIDE, ColourScale.diverging(triptych.bound())),
                        ImageTile.of(changed, SIDE, SIDE, ColourScale.gray(0, 1))),
                List.of(),
                List.of("original", "change", "result"));
        Chart probabilities = new Chart(
                "Probabilities",
                Axis.named("digit", DIGITS),
                Axis.linear("probability", -0.03, 1.03),
                List.of(
                        points("original", triptych.before(), Palette.BLUE, Style.POINTS),
                        points("result", triptych.after(), Palette.VERMILION, Style.POINTS),
                        points("with noise", triptych.withNoise(), Palette.ORANGE, Style.SMALL_POINTS)),
                List.of());
        return new Figure(
                "A 9 that is taken for a 5",
                String.format(
                        Locale.ROOT,
                        "The 9 of which the network is surest among those that can be turned. No pixel changes by more than %.2f of the range from black to white (full red lighter, full blue darker)."
                                + " The network says 9 with %.3f of the original and 5 with %.3f of the result; with random changes"
                                + " of the same size it says 9 with %.3f. %s",
                        triptych.bound(),
                        triptych.before()[AdversarialExamples.FROM],
                        triptych.after()[AdversarialExamples.TO],
                        triptych.withNoise()[AdversarialExamples.FROM],
                        circumstances()),
                900,
                300,
                new Panels(
                        2,
                        List.of(pictures, probabilities),
                        new Legend(List.of(
                                new Legend.Entry("original", Palette.BLUE, Style.POINTS),
                                new Legend.Entry("result", Palette.VERMILION, Style.POINTS),
                                new Legend.Entry("noise of the same size", Palette.ORANGE, Style.SMALL_POINTS)))),
                List.of(
                        DataTable.ofColumns(
                                "Pixels", List.of("original", "change", "result"), List.of(original, change, changed)),
                        DataTable.ofColumns(
                                "Probabilities of the digits",
                                List.of("original", "result", "with noise"),
                                List.of(
                                        doubles(triptych.before()),
                                        doubles(triptych.after()),
                                        doubles(triptych.withNoise())))));
    }

    private static Series points(String name, float[] values, Color colour, Style style) {
        return new Series(
                name, IntStream.range(0, values.length).asDoubleStream().toArray(), doubles(values), colour, style);
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    Figure rates() {
        double[] bounds = result.rates().stream().mapToDouble(Rate::bound).toArray();
        double[] adversarial =
                result.rates().stream().mapToDouble(Rate::adversarial).toArray();
        double[] noise = result.rates().stream().mapToDouble(Rate::noise).toArray();
        return new Figure(
                "How often the network is misled",
                String.format(
                        Locale.ROOT,
                        "Part of %d test images, all classified right at first, that are taken for another digit when no pixel may"
                                + " change by more than the bound: along the gradient, and with every pixel moved by the whole"
                                + " bound up or down at random. Both keep to the range from black to white, so that black pixels"
                                + " can only become lighter. %s",
                        result.images(),
                        circumstances()),
                620,
                380,
                new Panels(
                        1,
                        List.of(new Chart(
                                "Misled",
                                Axis.linear("largest change of a pixel", 0, 0.31),
                                Axis.linear("part of the images", -0.02, 1.02),
                                List.of(
                                        new Series("gradient", bounds, adversarial, Palette.VERMILION, Style.SOLID),
                                        new Series("gradient", bounds, adversarial, Palette.VERMILION, Style.POINTS),
                                        new Series("noise", bounds, noise, Palette.ORANGE, Style.SOLID),
                                        new Series("noise", bounds, noise, Palette.ORANGE, Style.POINTS)),
                                List.of())),
                        new Legend(List.of(
                                new Legend.Entry("along the gradient", Palette.VERMILION, Style.SOLID),
                                new Legend.Entry("noise of the same size", Palette.ORANGE, Style.SOLID)))),
                List.of(DataTable.ofColumns(
                        "Part of the images that is misled",
                        List.of("bound", "gradient", "noise"),
                        List.of(bounds, adversarial, noise))));
    }

    private String circumstances() {
        return String.format(
                Locale.ROOT,
                "The network learnt %,d digits for %d epochs at %s scale, seed %d. Data: %s.",
                result.training().largest().images(),
                result.training().epochs(),
                result.training().scale(),
                result.run().request().seed(),
                result.training().largest().data().description());
    }
}
