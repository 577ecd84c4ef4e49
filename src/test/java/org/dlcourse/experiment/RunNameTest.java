package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.dataset.Augmentation;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.Loss;
import org.dlcourse.model.Objective;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Implementation;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Optimiser.Adam;
import org.dlcourse.training.Optimiser.Dl4jUpdater;
import org.dlcourse.training.PlateauRule;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Schedule;
import org.dlcourse.training.Stopping;
import org.dlcourse.training.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.RmsProp;

class RunNameTest {
    private static final Adam ADAM = Adam.defaults();
    private static final Recording RECORDING = Recording.every(10, Curve.VALIDATION_ACCURACY, Curve.VALIDATION_LOSS);
    private static final TrainingPlan PLAN = plan(ADAM, new Schedule.Constant(), 50, 15);

    @Test
    void usualPlanIsNamedByWhatMostPlansDifferIn() {
        assertThat(new RunRequest(PLAN, 449)).hasToString("cnn_3 (Adam 0.001, batches of 50, 15 epochs, seed 449)");
    }

    @Test
    void whatDistinguishesTwoRunsDistinguishesTheirNames() {
        PlateauRule rule = new PlateauRule(2, 0.01);
        List<String> names = Stream.of(
                        PLAN,
                        plan(new Adam(0.01, 0.9, 0.999, 1e-8), new Schedule.Constant(), 50, 15),
                        plan(new Adam(0.001, 0.8, 0.999, 1e-8), new Schedule.Constant(), 50, 15),
                        plan(new Optimiser.Sgd(0.001), new Schedule.Constant(), 50, 15),
                        plan(new Optimiser.Momentum(0.001, 0.9), new Schedule.Constant(), 50, 15),
                        plan(Dl4jUpdater.of(new RmsProp(0.001)), new Schedule.Constant(), 50, 15),
                        plan(ADAM, new Schedule.Decay(0.9), 50, 15),
                        plan(ADAM, new Schedule.WarmUpCosine(0.1), 50, 15),
                        plan(ADAM, new Schedule.OnPlateau(List.of(0.01), rule), 50, 15),
                        plan(ADAM, new Schedule.OnPlateau(List.of(0.01, 0.001), rule), 50, 15),
                        plan(ADAM, new Schedule.Constant(), 20, 15),
                        plan(ADAM, new Schedule.Constant(), 50, 1),
                        PLAN.withObjective(Objective.penalised(0.1)),
                        PLAN.withObjective(Objective.penalised(0.2)),
                        PLAN.withObjective(Objective.CROSS_ENTROPY.smoothed(0.1)),
                        PLAN.withObjective(new Objective(Loss.MEAN_SQUARED_ERROR, 0)),
                        PLAN.withStopping(new Stopping.AfterSteps(100)),
                        PLAN.withStopping(new Stopping.WhenLossIsFlat(0.1)),
                        PLAN.withAugmentation(Augmentation.defaults()),
                        PLAN.withAugmentation(new Augmentation(0.5, 1, 0)),
                        PLAN.withImplementation(Implementation.DL4J),
                        kaiming())
                .map(plan -> new RunRequest(plan, 449).toString())
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.length() < 100, "a line of the console");
    }

    private static TrainingPlan plan(Optimiser optimiser, Schedule schedule, int batchSize, int epochs) {
        return new TrainingPlan(
                GrayCifarArchitectures.CNN_3,
                Initialisation.PYTORCH,
                optimiser,
                schedule,
                batchSize,
                epochs,
                RECORDING);
    }

    private static TrainingPlan kaiming() {
        return new TrainingPlan(
                GrayCifarArchitectures.CNN_3,
                Initialisation.KAIMING_NORMAL,
                Objective.CROSS_ENTROPY,
                ADAM,
                new Schedule.Constant(),
                50,
                15,
                new Stopping.AfterLastEpoch(),
                Optional.empty(),
                RECORDING,
                Implementation.ND4J_OPERATIONS);
    }
}
