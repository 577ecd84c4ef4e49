package org.dlcourse.homework.ann.activations;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.dataset.GrayScaling;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.MeanInterval;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.homework.ann.GrayCifar10;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/**
 * Trains the five architectures with ReLU and with the logistic sigmoid, by plain gradient descent.
 *
 * <p>Full scale: batches of 50, 15 epochs, 3 repeats (the handout asks for one), a point of the curves every 10 steps.
 */
public record ActivationComparison() implements Experiment<ActivationComparison.Result> {
    static final double LEARNING_RATE = 0.01;

    /** Quick scale takes batches of 10, as the comparison of architectures does, so that one epoch of 1,000 images has 100 steps. */
    private record Pace(int batchSize, int epochs) {
        static Pace of(Scale scale) {
            return switch (scale) {
                case QUICK -> new Pace(10, 1);
                case FULL -> new Pace(50, 15);
            };
        }
    }

    /**
     * One architecture with either activation.
     *
     * @param architecture as the handout gives it, with ReLU
     * @param relu its runs
     * @param sigmoid the same runs, seed by seed, with every ReLU replaced
     */
    public record Pair(Architecture architecture, Repeats relu, Repeats sigmoid) {
        /** The mean loss over the last epoch's points, of each repeat. */
        static MeanInterval finalLoss(Repeats repeats, int pointsOfAnEpoch) {
            return repeats.meanOfCurves(curves -> curves.finalMean(Curve.TRAINING_LOSS, pointsOfAnEpoch));
        }

        /** The mean gradient magnitude over the whole run, of each repeat. */
        static MeanInterval gradient(Repeats repeats) {
            return repeats.meanOfCurves(curves -> curves.finalMean(Curve.FIRST_LAYER_GRADIENT, curves.steps().length));
        }
    }

    /**
     * What the comparison found.
     *
     * @param scale at which the networks were trained
     * @param data what was learnt and tested on
     * @param pairs one an architecture, in the handout's order
     */
    public record Result(Scale scale, TrainingData data, List<Pair> pairs) {
        /** Recorded points of one epoch. */
        int pointsOfAnEpoch() {
            TrainingPlan plan = pairs.get(0).relu().plan();
            return plan.points(data.training().count()) / plan.epochs();
        }

        String circumstances() {
            return new RunCaption(scale, data, pairs.get(0).relu().runs()).text();
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        Scale scale = laboratory.settings().scale();
        TrainingData data = laboratory
                .result(new GrayCifar10(GrayScaling.NORMALISED, GrayCifar10.Size.SMALL))
                .data();
        List<Architecture> architectures = GrayCifarArchitectures.all();
        List<TrainingPlan> plans = Stream.concat(
                        architectures.stream(),
                        architectures.stream()
                                .map(architecture -> architecture.withActivation(ActivationFunction.LOGISTIC_SIGMOID)))
                .map(architecture -> plan(architecture, scale))
                .toList();
        List<Repeats> runs = laboratory.grid(data, plans, laboratory.settings().repeats(3, 3));
        return new Result(
                scale,
                data,
                IntStream.range(0, architectures.size())
                        .mapToObj(i -> new Pair(architectures.get(i), runs.get(i), runs.get(architectures.size() + i)))
                        .toList());
    }

    static TrainingPlan plan(Architecture architecture, Scale scale) {
        Pace pace = Pace.of(scale);
        return new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(LEARNING_RATE),
                pace.batchSize(),
                pace.epochs(),
                Recording.every(10, Curve.TRAINING_LOSS, Curve.FIRST_LAYER_GRADIENT));
    }
}
