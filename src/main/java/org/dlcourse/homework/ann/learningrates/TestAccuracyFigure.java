package org.dlcourse.homework.ann.learningrates;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Marker;
import org.dlcourse.kit.SeedPoints;
import org.dlcourse.kit.SeedSample;

/**
 * The test accuracy of every run, by optimiser.
 *
 * @param result of the comparison of learning rates
 * @param adam runs of the same architecture and data with Adam
 */
record TestAccuracyFigure(LearningRateComparison.Result result, Repeats adam) {
    Figure figure() {
        List<SeedSample> samples = new ArrayList<>();
        result.constant()
                .forEach(repeats -> samples.add(sample("SGD " + LearningRateAnswers.learningRate(repeats), repeats)));
        samples.add(sample("schedule", result.scheduled()));
        samples.add(sample("Adam", adam));
        int classes = result.data().test().classes();
        SeedPoints points = new SeedPoints("test accuracy", samples, List.of(Marker.atY(1.0 / classes, "guessing")));
        return points.figure(
                "Test accuracy of every run",
                "Test accuracy of " + result.architecture().name() + ": a point for each seed and a line at the mean. "
                        + result.captionOfSchedule());
    }

    private static SeedSample sample(String name, Repeats repeats) {
        return SeedSample.of(name, repeats.runs(), run -> run.result().testAccuracy());
    }
}
