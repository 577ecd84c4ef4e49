package org.dlcourse.homework.dogs.breeds;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.kit.SeedPoints;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Loss and accuracy of a network on the training and the validation set after each epoch.
 *
 * @param result both trained networks
 * @param repeats the network's runs
 */
record DogCurvesFigure(DogNetworks.Result result, Repeats repeats) {
    Figure loss() {
        return figure(
                "Loss", Axis.linear("cross-entropy / nats"), Curve.TRAINING_SET_LOSS, Curve.VALIDATION_LOSS, List.of());
    }

    Figure accuracy() {
        return figure(
                "Accuracy",
                Axis.linear("accuracy", 0, 1),
                Curve.TRAINING_SET_ACCURACY,
                Curve.VALIDATION_ACCURACY,
                List.of(Marker.atY(mostFrequent(), "most frequent breed")));
    }

    /** The test accuracy of every run of both networks. */
    Figure testAccuracies() {
        SeedPoints points = new SeedPoints(
                "test accuracy",
                List.of(
                        DogAnswers.testAccuracies(result.perceptron()),
                        DogAnswers.testAccuracies(result.convolutional())),
                List.of(
                        Marker.atY(mostFrequent(), "most frequent breed"),
                        Marker.atY(new DogAnswers(result).chance(), "guessing stays below")));
        return points.figure(
                "Test accuracy of both networks",
                "Each point is one run, the short line the mean. "
                        + new RunCaption(result.scale(), result.images().data(), repeats.runs()).text());
    }

    private double mostFrequent() {
        return ChanceLevel.mostFrequent(result.images().data().test().labels());
    }

    private Figure figure(String what, Axis axis, Curve training, Curve validation, List<Marker> markers) {
        String title = what + " after each epoch, " + repeats.architecture().name() + " network";
        List<Series> series = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        List<Legend.Entry> legend = new ArrayList<>();
        for (Run run : repeats.runs()) {
            Color colour = Palette.ofIndex(legend.size());
            String seed = "seed " + run.request().seed();
            legend.add(new Legend.Entry(seed, colour, Style.SOLID));
            LearningCurves curves = run.result().curves();
            double[] epochs = IntStream.rangeClosed(1, curves.steps().length)
                    .asDoubleStream()
                    .toArray();
            series.add(new Series("training, " + seed, epochs, curves.of(training), colour, Style.SOLID));
            series.add(new Series("validation, " + seed, epochs, curves.of(validation), colour, Style.DASHED));
            tables.add(DataTable.ofColumns(
                    title + ", " + seed,
                    List.of("epoch", "training", "validation"),
                    List.of(epochs, curves.of(training), curves.of(validation))));
        }
        legend.add(new Legend.Entry("training set", Palette.NEUTRAL, Style.SOLID));
        legend.add(new Legend.Entry("validation set", Palette.NEUTRAL, Style.DASHED));
        return new Figure(
                title,
                "On the whole training and validation sets after each epoch; two lines per seed. "
                        + new RunCaption(result.scale(), result.images().data(), repeats.runs()).text(),
                620,
                300,
                new Panels(
                        1, List.of(new Chart(title, Axis.linear("epoch"), axis, series, markers)), new Legend(legend)),
                tables);
    }
}
