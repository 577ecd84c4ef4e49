package org.dlcourse.homework.ann.activations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dlcourse.dataset.GrayScaling;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.MeanInterval;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;
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

/** Trains mlp_1, with either activation, on pixels from 0 to 1 and on pixels from 0 to 255: the handout's bonus question. */
public record InputRangeComparison() implements Experiment<InputRangeComparison.Result> {
    private static final int BATCH_SIZE = 50;

    /**
     * One activation with either range.
     *
     * @param activation the function
     * @param unit runs on pixels in [0,1]
     * @param bytes runs on pixels in [0,255]
     */
    public record Pair(ActivationFunction activation, Repeats unit, Repeats bytes) {}

    /**
     * What the comparison found.
     *
     * @param scale at which the networks were trained
     * @param unit the data with pixels in [0,1]
     * @param bytes the same data with pixels in [0,255]
     * @param pairs one an activation
     */
    public record Result(Scale scale, TrainingData unit, TrainingData bytes, List<Pair> pairs) {
        /** Recorded points of one epoch. */
        int pointsOfAnEpoch() {
            TrainingPlan plan = pairs.get(0).unit().plan();
            return plan.points(unit.training().count()) / plan.epochs();
        }

        /** The mean loss of the last epoch's points. */
        MeanInterval finalLoss(Repeats repeats) {
            return repeats.meanOfCurves(curves -> curves.finalMean(Curve.TRAINING_LOSS, pointsOfAnEpoch()));
        }

        /** The part of first-layer activations that are saturated, over the last epoch's points. */
        MeanInterval saturation(Repeats repeats) {
            return repeats.meanOfCurves(curves -> curves.finalMean(Curve.FIRST_LAYER_SATURATION, pointsOfAnEpoch()));
        }

        String circumstances() {
            return new RunCaption(scale, unit, pairs.get(0).unit().runs()).text() + " The same with pixels in [0,255]: "
                    + bytes.description() + ".";
        }

        /** The answer to the bonus question, worded from the numbers. */
        String answer() {
            return "Pixels up to 255 make the first layer's inputs 255 times as large, with the same rate and the same initial"
                    + " weights. A sigmoid is then saturated from the start, on one side or the other, and passes on hardly any"
                    + " gradient. A ReLU passes on a gradient 255 times as large, and the first steps throw its weights so"
                    + " far that it may be off for every image, for good. Run on mlp_1 with both ranges. "
                    + pairs.stream().map(this::answer).collect(Collectors.joining(" "));
        }

        private String answer(Pair pair) {
            double unitLoss = finalLoss(pair.unit()).mean();
            double bytesLoss = finalLoss(pair.bytes()).mean();
            return String.format(
                    Locale.ROOT,
                    "With %s, the part of first-layer activations with hardly any derivative %s from %.2f with [0,1] to %.2f,"
                            + " and the final loss is %s: %.3f against %.3f.",
                    name(pair.activation()),
                    saturation(pair.bytes()).mean() > saturation(pair.unit()).mean() ? "rises" : "does not rise,",
                    saturation(pair.unit()).mean(),
                    saturation(pair.bytes()).mean(),
                    bytesLoss > unitLoss ? "higher" : "not higher",
                    bytesLoss,
                    unitLoss);
        }

        static String name(ActivationFunction activation) {
            return switch (activation) {
                case RELU -> "ReLU";
                case LOGISTIC_SIGMOID -> "the sigmoid";
            };
        }

        DataTable table() {
            List<List<Object>> rows = new ArrayList<>();
            for (Pair pair : pairs) {
                rows.add(row(pair.activation(), GrayScaling.ZERO_TO_ONE, pair.unit()));
                rows.add(row(pair.activation(), GrayScaling.ZERO_TO_255, pair.bytes()));
            }
            return new DataTable(
                    "mlp_1 with scaled and unscaled pixels; loss and saturation over the last epoch",
                    List.of("Activation", "Pixels", "Training loss", "Saturated activations", "Test accuracy"),
                    rows);
        }

        private List<Object> row(ActivationFunction activation, GrayScaling scaling, Repeats repeats) {
            return List.of(
                    activation.notation(),
                    scaling.notation(),
                    finalLoss(repeats),
                    saturation(repeats),
                    repeats.testAccuracy());
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        Scale scale = laboratory.settings().scale();
        int repeats = laboratory.settings().repeats(3, 3);
        TrainingData unit = data(laboratory, GrayScaling.ZERO_TO_ONE);
        TrainingData bytes = data(laboratory, GrayScaling.ZERO_TO_255);
        List<ActivationFunction> functions = List.of(ActivationFunction.RELU, ActivationFunction.LOGISTIC_SIGMOID);
        List<TrainingPlan> plans = List.of(
                plan(GrayCifarArchitectures.MLP_1, scale),
                plan(GrayCifarArchitectures.MLP_1.withActivation(ActivationFunction.LOGISTIC_SIGMOID), scale));
        List<Repeats> onUnit = laboratory.grid(unit, plans, repeats);
        List<Repeats> onBytes = laboratory.grid(bytes, plans, repeats);
        return new Result(
                scale,
                unit,
                bytes,
                List.of(
                        new Pair(functions.get(0), onUnit.get(0), onBytes.get(0)),
                        new Pair(functions.get(1), onUnit.get(1), onBytes.get(1))));
    }

    private static TrainingData data(Laboratory laboratory, GrayScaling scaling) {
        return laboratory
                .result(new GrayCifar10(scaling, GrayCifar10.Size.STANDARD))
                .data();
    }

    private static TrainingPlan plan(Architecture architecture, Scale scale) {
        return new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(ActivationComparison.LEARNING_RATE),
                BATCH_SIZE,
                scale == Scale.FULL ? 15 : 5,
                Recording.every(10, Curve.TRAINING_LOSS, Curve.FIRST_LAYER_SATURATION));
    }
}
