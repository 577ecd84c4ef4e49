package org.dlcourse.homework.fcnet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.training.Curve;

/**
 * The loss of the network by hand and by the library, and how much they differ.
 *
 * @param result of the training by both
 */
record LibraryFigure(LibraryComparison.Result result) {
    Figure figure() {
        double[] steps = Arrays.stream(result.byHand().result().curves().steps())
                .asDoubleStream()
                .toArray();
        double[] byHand = losses(result.byHand());
        double[] byLibrary = losses(result.byLibrary());
        double[] differences = IntStream.range(0, Math.min(byHand.length, byLibrary.length))
                .mapToDouble(i -> byLibrary[i] - byHand[i])
                .toArray();
        return new Figure(
                "By hand and by library",
                "The tuned network, from the same initial weights and on the same mini-batches, ours in double precision and DL4J's"
                        + " in single precision. Left: mean loss since the previous point. Right: their difference. Seed "
                        + result.byHand().request().seed() + ". Data: "
                        + result.search().data().description() + ".",
                900,
                400,
                new Panels(
                        2,
                        List.of(
                                new Chart(
                                        "Mean training loss with penalty",
                                        "step",
                                        "loss / nats",
                                        List.of(
                                                new Series("by DL4J", steps, byLibrary, Palette.BLUE, Style.SOLID),
                                                new Series("by hand", steps, byHand, Palette.VERMILION, Style.POINTS))),
                                new Chart(
                                        "Difference of the losses, DL4J minus by hand",
                                        "step",
                                        "difference / nats",
                                        List.of(new Series(
                                                "difference", steps, differences, Palette.NEUTRAL, Style.SOLID)))),
                        new Legend(List.of(
                                new Legend.Entry("by hand", Palette.VERMILION, Style.POINTS),
                                new Legend.Entry("by DL4J", Palette.BLUE, Style.SOLID),
                                new Legend.Entry("difference", Palette.NEUTRAL, Style.SOLID)))),
                List.of(DataTable.ofColumns(
                        "Losses by hand and by DL4J",
                        List.of("step", "by hand", "by DL4J", "difference"),
                        List.of(steps, byHand, byLibrary, differences))));
    }

    private static double[] losses(Run run) {
        return run.result().curves().of(Curve.MEAN_TRAINING_LOSS);
    }
}
