package org.dlcourse.homework.dogs.patterns;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.dlcourse.homework.dogs.patterns.PatternNetworks.Kernels;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Figures of the kernels of the first layer and of the learning curves of each repeat.
 *
 * @param result the trained networks
 */
record KernelFigures(PatternNetworks.Result result) {
    /** Both kernels of the first layer of each repeat before and after training. */
    Figure kernels() {
        double bound = result.kernels().stream()
                .flatMap(kernels -> Stream.concat(Arrays.stream(kernels.before()), Arrays.stream(kernels.after())))
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        List<BufferedImage> tiles = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<String> rows = List.of("kernel 1, initial", "kernel 1, trained", "kernel 2, initial", "kernel 2, trained");
        for (int filter = 0; filter < PatternNetworks.FILTERS; filter++) {
            for (Kernels kernels : result.kernels()) {
                tiles.add(kernel(kernels.before()[filter], bound));
            }
            for (Kernels kernels : result.kernels()) {
                tiles.add(kernel(kernels.after()[filter], bound));
            }
        }
        result.kernels()
                .forEach(
                        kernels -> columns.add("seed " + kernels.run().request().seed()));
        return new Figure(
                "The two kernels of the first layer, each repeat",
                String.format(
                        Locale.ROOT,
                        "Random initial values and values after training. White is 0, red positive, blue negative; the darkest"
                                + " colours are ±%.2f. %s",
                        bound,
                        caption()),
                180 + 80 * result.kernels().size(),
                360,
                new WithColourBar(
                        new ImageGrid("", result.kernels().size(), tiles, rows, columns), ColourScale.diverging(bound)),
                List.of(orientations()));
    }

    private static BufferedImage kernel(double[] weights, double bound) {
        return ImageTile.of(weights, PatternNetworks.KERNEL, PatternNetworks.KERNEL, ColourScale.diverging(bound));
    }

    /** Orientation and coherence of each kernel before and after training. */
    DataTable orientations() {
        List<List<Object>> rows = new ArrayList<>();
        for (Kernels kernels : result.kernels()) {
            for (int filter = 0; filter < PatternNetworks.FILTERS; filter++) {
                KernelOrientation before = KernelOrientation.of(kernels.before()[filter], PatternNetworks.KERNEL);
                KernelOrientation after = KernelOrientation.of(kernels.after()[filter], PatternNetworks.KERNEL);
                rows.add(List.of(
                        kernels.run().request().seed(),
                        filter + 1,
                        String.format(Locale.ROOT, "%.0f°", before.degrees()),
                        before.coherence(),
                        String.format(Locale.ROOT, "%.0f°", after.degrees()),
                        after.coherence(),
                        kernels.run().result().testAccuracy()));
            }
        }
        return new DataTable(
                "Orientation of the edges of each kernel (0° horizontal, 90° vertical)",
                List.of(
                        "Seed",
                        "Kernel",
                        "Initial orientation",
                        "Initial coherence",
                        "Trained orientation",
                        "Trained coherence",
                        "Test accuracy of the network"),
                rows);
    }

    /** Loss and accuracy of each repeat. */
    Figure curves() {
        List<Series> losses = new ArrayList<>();
        List<Series> accuracies = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        List<Legend.Entry> legend = new ArrayList<>();
        for (int i = 0; i < result.kernels().size(); i++) {
            Kernels kernels = result.kernels().get(i);
            Color colour = Palette.ofIndex(i);
            LearningCurves curves = kernels.run().result().curves();
            double[] epochs = IntStream.rangeClosed(1, curves.steps().length)
                    .asDoubleStream()
                    .toArray();
            String name = "seed " + kernels.run().request().seed();
            losses.add(new Series(name, epochs, curves.of(Curve.MEAN_TRAINING_LOSS), colour, Style.SOLID));
            accuracies.add(new Series(name, epochs, curves.of(Curve.VALIDATION_ACCURACY), colour, Style.SOLID));
            legend.add(new Legend.Entry(name, colour, Style.SOLID));
            tables.add(DataTable.ofColumns(
                    "Learning curves, " + name,
                    List.of("epoch", "training loss", "validation accuracy"),
                    List.of(epochs, curves.of(Curve.MEAN_TRAINING_LOSS), curves.of(Curve.VALIDATION_ACCURACY))));
        }
        return new Figure(
                "Learning curves of each repeat",
                "Inputs are gray values from 0 to 255 less their mean. " + caption(),
                900,
                360,
                new Panels(
                        2,
                        List.of(
                                new Chart("Training loss", "epoch", "cross-entropy / nats", losses),
                                new Chart(
                                        "Validation accuracy",
                                        Axis.linear("epoch"),
                                        Axis.linear("accuracy", .4, 1.02),
                                        accuracies,
                                        List.of(Marker.atY(.5, "guessing")))),
                        new Legend(legend)),
                tables);
    }

    private String caption() {
        return new RunCaption(
                        result.scale(),
                        result.patterns().data(),
                        result.repeats().runs())
                .text();
    }
}
