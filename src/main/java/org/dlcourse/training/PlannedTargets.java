package org.dlcourse.training;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.Targets;
import org.dlcourse.model.Loss;

/**
 * A plan beside the targets that it is to be trained on.
 *
 * @param plan how to train
 * @param data on what
 */
record PlannedTargets(TrainingPlan plan, TrainingData data) {
    /**
     * Passes where the plan's loss, outputs and curves are of the data's targets, classes or numbers.
     *
     * @throws IllegalArgumentException saying what does not fit and what would
     */
    void check() {
        if (data.training().targets() instanceof Targets.Numbers) {
            checkNumbers();
        } else {
            checkCurves("classes", Curve::needsNumbers, "accuracies");
        }
    }

    private void checkNumbers() {
        if (plan.objective().loss() == Loss.CROSS_ENTROPY || plan.objective().smoothing() > 0) {
            throw new IllegalArgumentException("The targets of " + data.title() + " are numbers, and the objective of "
                    + plan.architecture().name() + " is of classes: " + plan.objective()
                    + ". Take MEAN_SQUARED_ERROR or MEAN_ABSOLUTE_ERROR, without smoothing.");
        }
        if (plan.architecture().outputs() != data.training().targets().outputs()) {
            throw new IllegalArgumentException("The examples of " + data.title() + " have "
                    + data.training().targets().outputs() + " numbers as targets each, and "
                    + plan.architecture().name() + " has " + plan.architecture().outputs()
                    + " outputs; expected as many.");
        }
        checkCurves("numbers", Curve::needsClasses, "R² (such as VALIDATION_R2)");
        Stream.concat(Stream.of(data.training(), data.validation()), data.testSet().stream())
                .forEach(this::checkSpread);
    }

    private void checkCurves(String targets, Predicate<Curve> others, String instead) {
        List<Curve> wrong = plan.recording().curves().stream().filter(others).toList();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("The targets of " + data.title() + " are " + targets + ", of which no "
                    + wrong + " can be recorded. Record losses or " + instead + ".");
        }
    }

    private void checkSpread(Examples examples) {
        if (Evaluation.spread(((Targets.Numbers) examples.targets()).values()) == 0) {
            throw new IllegalArgumentException("All " + examples.count() + " targets of a set of " + data.title()
                    + " are equal, so that R² is not defined. Take more examples.");
        }
    }
}
