package org.dlcourse.homework.ann.activations;

import java.util.List;
import org.dlcourse.dataset.GrayScaling;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.MeanInterval;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.homework.ann.GrayCifar10;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
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
 * Trains mlp_1, with each of the two activation functions, on pixels from 0 to 1 and on pixels from 0 to 255: the handout's bonus
 * question.
 */
record InputRangeComparison() implements Experiment<InputRangeComparison.Result> {
    /**
     * One activation function with both input ranges.
     *
     * @param activation the function
     * @param scaled runs on pixels in [0,1]
     * @param unscaled runs on pixels in [0,255]
     */
    record Pair(ActivationFunction activation, Repeats scaled, Repeats unscaled) {}

    /**
     * The trained networks.
     *
     * @param scale at which they were trained
     * @param scaled the data with pixels in [0,1]
     * @param unscaled the same data with pixels in [0,255]
     * @param pairs one per activation function
     */
    record Result(Scale scale, TrainingData scaled, TrainingData unscaled, List<Pair> pairs) {
        /** Recorded points of one epoch. */
        int pointsPerEpoch() {
            TrainingPlan plan = pairs.get(0).scaled().plan();
            return plan.points(scaled.training().count()) / plan.epochs();
        }

        /** The training losses of the last epoch, seed by seed: with pixels in [0,255], which should be higher, and in [0,1]. */
        SeedComparison finalLosses(Pair pair) {
            return new SeedComparison(
                    "final training loss with " + InputRangeAnswers.name(pair.activation()),
                    sample("pixels in [0,255]", pair.unscaled(), Curve.TRAINING_LOSS),
                    sample("pixels in [0,1]", pair.scaled(), Curve.TRAINING_LOSS));
        }

        /** The fractions of saturated activations, likewise. */
        SeedComparison saturations(Pair pair) {
            return new SeedComparison(
                    "fraction of saturated activations with " + InputRangeAnswers.name(pair.activation()),
                    sample("pixels in [0,255]", pair.unscaled(), Curve.FIRST_LAYER_SATURATION),
                    sample("pixels in [0,1]", pair.scaled(), Curve.FIRST_LAYER_SATURATION));
        }

        private SeedSample sample(String name, Repeats repeats, Curve curve) {
            return SeedSample.of(
                    name, repeats.runs(), run -> run.result().curves().finalMean(curve, pointsPerEpoch()));
        }

        /** The mean training loss of the last epoch's points, for each run. */
        MeanInterval finalLoss(Repeats repeats) {
            return repeats.meanOfCurves(curves -> curves.finalMean(Curve.TRAINING_LOSS, pointsPerEpoch()));
        }

        /** The mean fraction of saturated first-layer activations over the last epoch's points, for each run. */
        MeanInterval saturation(Repeats repeats) {
            return repeats.meanOfCurves(curves -> curves.finalMean(Curve.FIRST_LAYER_SATURATION, pointsPerEpoch()));
        }

        /** Scale, length, seeds and data, for captions. */
        String caption() {
            return new RunCaption(scale, scaled, pairs.get(0).scaled().runs()).text() + " Unscaled pixels: "
                    + unscaled.description() + ".";
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        Scale scale = laboratory.settings().scale();
        int repeats = laboratory.settings().repeats(5, 3);
        TrainingData scaled = data(laboratory, GrayScaling.ZERO_TO_ONE);
        TrainingData unscaled = data(laboratory, GrayScaling.ZERO_TO_255);
        List<ActivationFunction> functions = List.of(ActivationFunction.RELU, ActivationFunction.LOGISTIC_SIGMOID);
        List<TrainingPlan> plans = List.of(
                plan(GrayCifarArchitectures.MLP_1, scale),
                plan(GrayCifarArchitectures.MLP_1.withActivation(ActivationFunction.LOGISTIC_SIGMOID), scale));
        List<Repeats> onScaled = laboratory.grid(scaled, plans, repeats);
        List<Repeats> onUnscaled = laboratory.grid(unscaled, plans, repeats);
        return new Result(
                scale,
                scaled,
                unscaled,
                List.of(
                        new Pair(functions.get(0), onScaled.get(0), onUnscaled.get(0)),
                        new Pair(functions.get(1), onScaled.get(1), onUnscaled.get(1))));
    }

    private static TrainingData data(Laboratory laboratory, GrayScaling scaling) {
        return laboratory
                .result(new GrayCifar10(scaling, GrayCifar10.Size.STANDARD))
                .data();
    }

    /** At quick scale three times the handout's, as in the comparison of activation functions. */
    static double learningRate(Scale scale) {
        return scale == Scale.FULL ? ActivationComparison.LEARNING_RATE : 3 * ActivationComparison.LEARNING_RATE;
    }

    private static TrainingPlan plan(Architecture architecture, Scale scale) {
        return new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(learningRate(scale)),
                scale == Scale.FULL ? 50 : 10,
                scale == Scale.FULL ? 15 : 5,
                Recording.every(10, Curve.TRAINING_LOSS, Curve.FIRST_LAYER_SATURATION));
    }
}
