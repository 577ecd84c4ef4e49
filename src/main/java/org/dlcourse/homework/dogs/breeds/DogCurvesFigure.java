package org.dlcourse.homework.dogs.breeds;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Loss and accuracy of a network on the training and the validation set after each epoch.
 *
 * @param result both trained networks
 * @param repeats the network's runs, the first of which is drawn
 */
record DogCurvesFigure(DogNetworks.Result result, Repeats repeats) {
    Figure loss() {
        return figure(
                "Loss after each epoch, " + repeats.architecture().name() + " network",
                "cross-entropy / nats",
                Curve.TRAINING_SET_LOSS,
                Curve.VALIDATION_LOSS);
    }

    Figure accuracy() {
        return figure(
                "Accuracy after each epoch, " + repeats.architecture().name() + " network",
                "accuracy",
                Curve.TRAINING_SET_ACCURACY,
                Curve.VALIDATION_ACCURACY);
    }

    private Figure figure(String title, String axis, Curve training, Curve validation) {
        Run run = repeats.runs().get(0);
        LearningCurves curves = run.result().curves();
        double[] epochs =
                IntStream.rangeClosed(1, curves.steps().length).asDoubleStream().toArray();
        return new Figure(
                title,
                String.format(
                        Locale.ROOT,
                        "On the whole training and validation sets after each epoch. Training ended %s. %s",
                        EarlyStopping.of(run).ending(),
                        new RunCaption(result.scale(), result.images().data(), repeats.runs()).text()),
                620,
                380,
                new Panels(
                        1,
                        List.of(new Chart(
                                title,
                                Axis.linear("epoch"),
                                Axis.linear(axis),
                                List.of(
                                        new Series(
                                                "training", epochs, curves.of(training), Palette.ORANGE, Style.SOLID),
                                        new Series(
                                                "validation",
                                                epochs,
                                                curves.of(validation),
                                                Palette.BLUE,
                                                Style.SOLID)),
                                List.of())),
                        new Legend(List.of(
                                new Legend.Entry("training set", Palette.ORANGE, Style.SOLID),
                                new Legend.Entry("validation set", Palette.BLUE, Style.SOLID)))),
                List.of(DataTable.ofColumns(
                        title,
                        List.of("epoch", "training", "validation"),
                        List.of(epochs, curves.of(training), curves.of(validation)))));
    }
}
