package org.dlcourse.reference;

import org.dlcourse.experiment.Run;
import org.dlcourse.training.TrainingResult;

/**
 * The number that a run is compared by.
 *
 * @param name such as {@code test accuracy}
 * @param value of the trained network
 */
record FinalNumber(String name, double value) {
    /** The test accuracy, without a test set the validation accuracy, and where targets are numbers R² of the validation set. */
    static FinalNumber of(Run run) {
        TrainingResult result = run.result();
        if (result.accuracyOnTest().isPresent()) {
            return new FinalNumber("test accuracy", result.testAccuracy());
        }
        return new FinalNumber(
                result.accuracyOnValidation().isPresent() ? "validation accuracy" : "validation R²",
                result.validationScore());
    }
}
