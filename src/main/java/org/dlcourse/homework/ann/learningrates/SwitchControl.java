package org.dlcourse.homework.ann.learningrates;

import java.util.List;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.ann.GrayCifar10;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.PlateauRule;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Schedule;
import org.dlcourse.training.TrainingPlan;

/**
 * The effect of a switch itself: mlp_1 with a constant learning rate, and with a schedule that switches to the same learning
 * rate. If a switch leaves the weights unchanged, the two runs are equal to the bit.
 */
record SwitchControl() implements Experiment<SwitchControl.Result> {
    private static final double LEARNING_RATE = 0.1;
    private static final int EPOCHS = 4;

    /** An accuracy never rises by 2, so that every epoch after the first ends the patience of one epoch. */
    private static final PlateauRule AT_ONCE = new PlateauRule(1, 2);

    /**
     * Both runs.
     *
     * @param constant without a switch
     * @param switched with switches to the same learning rate
     */
    record Result(Run constant, Run switched) {
        int switches() {
            return switched.result().rateChanges().size();
        }

        /** The number of first-layer weights and recorded losses that differ between the two runs. */
        int differences() {
            float[] weights = constant.result().firstLayerWeights().values();
            float[] others = switched.result().firstLayerWeights().values();
            double[] losses = constant.result().curves().of(Curve.TRAINING_LOSS);
            double[] otherLosses = switched.result().curves().of(Curve.TRAINING_LOSS);
            int differences = 0;
            for (int i = 0; i < weights.length; i++) {
                differences += weights[i] == others[i] ? 0 : 1;
            }
            for (int i = 0; i < losses.length; i++) {
                differences += losses[i] == otherLosses[i] ? 0 : 1;
            }
            return differences;
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        List<Repeats> runs = laboratory.grid(
                laboratory.result(new GrayCifar10()).data(),
                List.of(
                        plan(new Schedule.Constant()),
                        plan(new Schedule.OnPlateau(List.of(LEARNING_RATE, LEARNING_RATE), AT_ONCE))),
                1);
        return new Result(runs.get(0).runs().get(0), runs.get(1).runs().get(0));
    }

    private static TrainingPlan plan(Schedule schedule) {
        return new TrainingPlan(
                GrayCifarArchitectures.MLP_1,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(LEARNING_RATE),
                schedule,
                50,
                EPOCHS,
                Recording.every(10, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY));
    }
}
