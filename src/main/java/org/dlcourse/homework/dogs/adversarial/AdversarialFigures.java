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
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.figure.WithColourBar;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Example;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Rate;

/**
 * Figures of a 9 that is misclassified as a 5, and of the fraction of misclassified images at each bound.
 *
 * @param result the changed images and the predictions for them
 */
record AdversarialFigures(AdversarialExamples.Result result) {
    private static final int SIDE = 28;
    private static final List<String> DIGITS =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    Figure example() {
        Example example = result.example();
        double[] original = doubles(example.original());
        double[] changed = doubles(example.changed());
        double[] change = IntStream.range(0, original.length)
                .mapToDouble(i -> changed[i] - original[i])
                .toArray();
        ImageGrid images = new ImageGrid(
                "",
                3,
                List.of(
                        ImageTile.of(original, SIDE, SIDE, ColourScale.gray(0, 1)),
                        ImageTile.of(change, SIDE, SIDE, ColourScale.diverging(example.bound())),
                        ImageTile.of(changed, SIDE, SIDE, ColourScale.gray(0, 1))),
                List.of(),
                List.of(
                        "original",
                        String.format(Locale.ROOT, "change (red +%.2f, blue -%.2f)", example.bound(), example.bound()),
                        "changed image"));
        Chart probabilities = new Chart(
                "Class probabilities",
                Axis.named("digit", DIGITS),
                Axis.linear("probability", -0.03, 1.03),
                List.of(
                        points("original", example.before(), Palette.BLUE, Style.POINTS),
                        points("changed image", example.after(), Palette.VERMILION, Style.POINTS),
                        points("with noise", example.withNoise(), Palette.ORANGE, Style.SMALL_POINTS)),
                List.of());
        return new Figure(
                "A 9 that is misclassified as a 5",
                String.format(
                        Locale.ROOT,
                        "Of the images of a 9 that can be changed to a 5, the one with the highest probability of a 9. No pixel"
                                + " changes by more than %.2f of the range from black to white (dark red: lighter by the whole"
                                + " bound, dark blue: darker by the whole bound; the bar is the scale of the change). The probability of a 9 for the original is"
                                + " %.3f, that of a 5 for the changed image %.3f, and that of a 9 with random changes of the same"
                                + " size %.3f. %s",
                        example.bound(),
                        example.before()[AdversarialExamples.SOURCE],
                        example.after()[AdversarialExamples.TARGET],
                        example.withNoise()[AdversarialExamples.SOURCE],
                        caption()),
                960,
                720,
                new Panels(
                        1,
                        List.of(new WithColourBar(images, ColourScale.diverging(example.bound())), probabilities),
                        new Legend(List.of(
                                new Legend.Entry("original", Palette.BLUE, Style.POINTS),
                                new Legend.Entry("changed image", Palette.VERMILION, Style.POINTS),
                                new Legend.Entry("noise of the same size", Palette.ORANGE, Style.SMALL_POINTS)))),
                List.of(
                        DataTable.ofColumns(
                                "Pixels",
                                List.of("original", "change", "changed image"),
                                List.of(original, change, changed)),
                        DataTable.ofColumns(
                                "Class probabilities",
                                List.of("original", "changed image", "with noise"),
                                List.of(
                                        doubles(example.before()),
                                        doubles(example.after()),
                                        doubles(example.withNoise())))));
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
                "Fraction of misclassified images against the bound",
                String.format(
                        Locale.ROOT,
                        "Fraction of %d test images, all classified correctly when unchanged, that are misclassified when no pixel"
                                + " changes by more than the bound: changes along the gradient, and changes of each pixel by the"
                                + " whole bound with a random sign. Both stay in the range from black to white, so that black"
                                + " pixels can only become lighter. %s",
                        result.images(),
                        caption()),
                620,
                300,
                new Panels(
                        1,
                        List.of(new Chart(
                                "Misclassified images",
                                Axis.linear("bound on the change of a pixel", 0, 0.31),
                                Axis.linear("fraction of the images", -0.02, 1.02),
                                List.of(
                                        new Series("gradient", bounds, adversarial, Palette.VERMILION, Style.SOLID),
                                        new Series("gradient", bounds, adversarial, Palette.VERMILION, Style.POINTS),
                                        new Series("noise", bounds, noise, Palette.ORANGE, Style.SOLID),
                                        new Series("noise", bounds, noise, Palette.ORANGE, Style.POINTS)),
                                List.of(Marker.atX(AdversarialExamples.BOUND, "bound of the example")))),
                        new Legend(List.of(
                                new Legend.Entry("along the gradient", Palette.VERMILION, Style.SOLID),
                                new Legend.Entry("noise of the same size", Palette.ORANGE, Style.SOLID)))),
                List.of(DataTable.ofColumns(
                        "Fraction of misclassified images",
                        List.of("bound", "gradient", "noise"),
                        List.of(bounds, adversarial, noise))));
    }

    private String caption() {
        return String.format(
                Locale.ROOT,
                "The network was trained on %,d images for %d epochs at %s scale, seed %d. Data: %s.",
                result.training().largest().images(),
                result.training().epochs(),
                result.training().scale(),
                result.run().request().seed(),
                result.training().largest().data().description());
    }
}
