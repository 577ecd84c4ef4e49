package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.Objective;
import org.junit.jupiter.api.Test;

/** The example of {@link TrainingPlan}; {@code JavadocExamplesTest} compares them. */
class TrainingPlanExampleTest {
    @Test
    void planCountsItsStepsAndPoints() {
        Architecture perceptron = GrayCifarArchitectures.MLP_1;

        TrainingPlan plan = new TrainingPlan(
                        perceptron,
                        Initialisation.PYTORCH,
                        Optimiser.Adam.defaults(),
                        new Schedule.Decay(0.95),
                        50,
                        15,
                        Recording.every(10, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY))
                .withObjective(Objective.penalised(1e-4));

        assertThat(plan.steps(1_010)).isEqualTo(15 * 21);
        assertThat(plan.points(1_010)).isEqualTo(31);
    }
}
