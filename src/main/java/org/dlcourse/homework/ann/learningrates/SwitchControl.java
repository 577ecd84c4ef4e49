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
 * What a switch of the learning rate itself does to the weights: mlp_1 with a constant rate, and with a schedule that
 * switches to the very same rate. If weights go on unchanged, the two runs are equal to the bit.
 */
public record SwitchControl() implements Experiment<SwitchControl.Result> {
    private static final double RATE = 0.1;
    private static final int EPOCHS = 4;

    /** No accuracy rises by 2: the first epoch rises from nothing, and every other one ends the patience. */
    private static final PlateauRule AT_ONCE = new PlateauRule(1, 2);

    /**
     * Both runs.
     *
     * @param constant without a switch
     * @param switched with switches to the same rate
     */
    public record Result(Run constant, Run switched) {
        int switches() {
            return switched.result().rateChanges().size();
        }

        /** First-layer weights and recorded losses that are not the same number in both. */
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
                List.of(plan(new Schedule.Constant()), plan(new Schedule.OnPlateau(List.of(RATE, RATE), AT_ONCE))),
                1);
        return new Result(runs.get(0).runs().get(0), runs.get(1).runs().get(0));
    }

    private static TrainingPlan plan(Schedule schedule) {
        return new TrainingPlan(
                GrayCifarArchitectures.MLP_1,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(RATE),
                schedule,
                50,
                EPOCHS,
                Recording.every(10, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY));
    }
}
