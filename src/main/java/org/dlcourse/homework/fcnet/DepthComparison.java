package org.dlcourse.homework.fcnet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.SealedTestSet;
import org.dlcourse.homework.data.SplitCifar10;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/** Fully connected networks of two to five layers, all else equal, and one look at the test set with the best. */
public record DepthComparison() implements Experiment<DepthComparison.Result> {
    static final List<Integer> DEPTHS = List.of(2, 3, 4, 5);

    /** Adam's rate: a tenth of the usual, since pixels reach over ±128 and not over ±1. */
    private static final double LEARNING_RATE = 1e-4;

    private static final int POINTS = 20;

    private record Pace(int hiddenUnits, int batchSize, int epochs) {
        static Pace of(Scale scale) {
            return switch (scale) {
                case QUICK -> new Pace(50, 50, 4);
                case FULL -> new Pace(200, 200, 15);
            };
        }
    }

    /**
     * What the comparison found.
     *
     * @param scale at which it was made
     * @param origin whether the data are real
     * @param data without the test set
     * @param depths all runs of each depth, in ascending order
     * @param best the run with the best validation accuracy
     * @param tested the same once more, on the data with the test set
     */
    public record Result(Scale scale, Origin origin, TrainingData data, List<Repeats> depths, Run best, Run tested) {
        /** Units of every hidden layer. */
        int hiddenUnits() {
            return (int) depths.get(0).architecture().table().get(0).output().size();
        }

        /** The depth with the best mean validation accuracy. */
        Repeats bestOnAverage() {
            return Collections.max(depths, Comparator.comparingDouble((Repeats repeats) -> repeats.validationAccuracy()
                    .mean()));
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        ColourCifar10.Prepared prepared = laboratory.result(new ColourCifar10());
        TrainingData data = prepared.data().withoutTest();
        Pace pace = Pace.of(settings.scale());
        List<TrainingPlan> plans = DEPTHS.stream()
                .map(depth -> plan(depth, pace, data.training().count()))
                .toList();
        List<Repeats> depths = laboratory.grid(data, plans, settings.repeats(2, 5));
        List<Run> runs =
                depths.stream().flatMap(repeats -> repeats.runs().stream()).toList();
        Run best = SealedTestSet.best(runs);
        Run tested = prepared.data().test("depth", best, runs, laboratory);
        return new Result(settings.scale(), prepared.origin(), data, depths, best, tested);
    }

    private static TrainingPlan plan(int depth, Pace pace, int trainingImages) {
        List<LayerSpec> layers = new ArrayList<>();
        IntStream.range(0, depth - 1).forEach(layer -> {
            layers.add(new FullyConnected(pace.hiddenUnits(), true));
            layers.add(new Activation(ActivationFunction.RELU));
        });
        layers.add(new FullyConnected(10, true));
        int steps = pace.epochs() * (trainingImages + pace.batchSize() - 1) / pace.batchSize();
        return new TrainingPlan(
                new Architecture(depth + " layers", SplitCifar10.IMAGE, layers),
                Initialisation.PYTORCH,
                new Optimiser.Adam(LEARNING_RATE, 0.9, 0.999, 1e-8),
                pace.batchSize(),
                pace.epochs(),
                Recording.every(Math.max(1, steps / POINTS), Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY));
    }
}
