package org.dlcourse.exercise.mistake;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.TwoLayerTraining;
import org.dlcourse.exercise.TwoLayerTraining.Plan;
import org.dlcourse.exercise.TwoLayerTraining.Trained;
import org.dlcourse.kit.Mistake;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Wrong trainings, each a correct one with one change. */
public final class TwoLayerTrainingMistakes {
    private TwoLayerTrainingMistakes() {}

    /** All of them, made from a correct solution. */
    public static List<Mistake<TwoLayerTraining>> of(TwoLayerTraining right) {
        return List.of(
                mistake(right, "training is not implemented: no parameter is updated", (before, after) -> before),
                planned(
                        right,
                        "the gradients are added and not subtracted",
                        plan -> new Plan(plan.steps(), -plan.learningRate(), plan.penalty())),
                planned(right, "the learning rate is not applied", plan -> new Plan(plan.steps(), 1, plan.penalty())),
                planned(
                        right,
                        "the penalty is not passed on to the loss",
                        plan -> new Plan(plan.steps(), plan.learningRate(), 0)),
                mistake(
                        right,
                        "the biases are not updated",
                        (before, after) -> new Parameters(
                                after.hiddenWeights(),
                                before.hiddenBias(),
                                after.outputWeights(),
                                before.outputBias())),
                mistake(
                        right,
                        "the hidden layer is not updated",
                        (before, after) -> new Parameters(
                                before.hiddenWeights(),
                                before.hiddenBias(),
                                after.outputWeights(),
                                after.outputBias())),
                mistake(
                        right,
                        "the output layer is not updated",
                        (before, after) -> new Parameters(
                                after.hiddenWeights(),
                                after.hiddenBias(),
                                before.outputWeights(),
                                before.outputBias())));
    }

    /** What an update makes of the parameters before it and those that it should give. */
    @FunctionalInterface
    private interface Update {
        Parameters update(Parameters before, Parameters after);
    }

    @FunctionalInterface
    private interface OtherPlan {
        Plan of(Plan plan);
    }

    private static Mistake<TwoLayerTraining> planned(TwoLayerTraining right, String cause, OtherPlan other) {
        return new Mistake<>(cause, new Changed(right, other, (before, after) -> after));
    }

    private static Mistake<TwoLayerTraining> mistake(TwoLayerTraining right, String cause, Update update) {
        return new Mistake<>(cause, new Changed(right, plan -> plan, update));
    }

    private record Changed(TwoLayerTraining right, OtherPlan plans, Update update) implements TwoLayerTraining {
        @Override
        public Trained train(Parameters start, INDArray inputs, int[] labels, Plan plan) {
            Plan changed = plans.of(plan);
            Plan oneStep = new Plan(1, changed.learningRate(), changed.penalty());
            List<Double> losses = new ArrayList<>();
            Parameters parameters = start;
            for (int step = 0; step < changed.steps(); step++) {
                Trained after = right.train(parameters, inputs, labels, oneStep);
                losses.add(after.losses()[0]);
                parameters = update.update(parameters, after.parameters());
            }
            return new Trained(losses.stream().mapToDouble(Double::doubleValue).toArray(), parameters);
        }

        @Override
        public int[] predict(Parameters parameters, INDArray inputs) {
            return right.predict(parameters, inputs);
        }
    }
}
