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
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
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

/** Compares fully connected networks of two to five layers, all else equal, and tests the best run once. */
public record DepthComparison() implements Experiment<DepthComparison.Result> {
    static final List<Integer> DEPTHS = List.of(2, 3, 4, 5);

    /** Adam's learning rate: a tenth of the usual, since pixels range over ±128 and not over ±1. */
    private static final double LEARNING_RATE = 1e-4;

    private static final int POINTS = 20;

    private record Effort(int hiddenUnits, int batchSize, int epochs) {
        static Effort of(Scale scale) {
            return switch (scale) {
                case QUICK -> new Effort(50, 50, 6);
                case FULL -> new Effort(200, 200, 15);
            };
        }
    }

    /**
     * The result of the comparison.
     *
     * @param scale of the runs
     * @param origin whether the data are real
     * @param data without the test set
     * @param depths all runs of each depth, in ascending order
     * @param best the run with the best validation accuracy
     * @param tested the same run repeated on the data with the test set
     */
    public record Result(Scale scale, Origin origin, TrainingData data, List<Repeats> depths, Run best, Run tested) {
        /** Units of every hidden layer. */
        int hiddenUnits() {
            return (int) depths.get(0).architecture().table().get(0).output().size();
        }

        /** The validation accuracies of a depth and of two layers, seed by seed. */
        SeedComparison againstTwoLayers(Repeats depth) {
            return new SeedComparison("validation accuracy", sample(depth), sample(depths.get(0)));
        }

        /** The validation accuracies of a depth. */
        SeedSample sample(Repeats depth) {
            return SeedSample.of(depth.architecture().name(), depth.runs(), run -> run.result()
                    .validationAccuracy());
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
        Effort effort = Effort.of(settings.scale());
        List<TrainingPlan> plans = DEPTHS.stream()
                .map(depth -> plan(depth, effort, data.training().count()))
                .toList();
        List<Repeats> depths = laboratory.grid(data, plans, settings.repeats(3, 5));
        List<Run> runs =
                depths.stream().flatMap(repeats -> repeats.runs().stream()).toList();
        Run best = SealedTestSet.best(runs);
        Run tested = prepared.data().test("depth", best, runs, laboratory);
        return new Result(settings.scale(), prepared.origin(), data, depths, best, tested);
    }

    private static TrainingPlan plan(int depth, Effort effort, int trainingImages) {
        List<LayerSpec> layers = new ArrayList<>();
        IntStream.range(0, depth - 1).forEach(layer -> {
            layers.add(new FullyConnected(effort.hiddenUnits(), true));
            layers.add(new Activation(ActivationFunction.RELU));
        });
        layers.add(new FullyConnected(10, true));
        int steps = effort.epochs() * (trainingImages + effort.batchSize() - 1) / effort.batchSize();
        return new TrainingPlan(
                new Architecture(depth + " layers", SplitCifar10.IMAGE, layers),
                Initialisation.PYTORCH,
                new Optimiser.Adam(LEARNING_RATE, 0.9, 0.999, 1e-8),
                effort.batchSize(),
                effort.epochs(),
                Recording.every(Math.max(1, steps / POINTS), Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY));
    }
}
