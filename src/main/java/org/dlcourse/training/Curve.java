package org.dlcourse.training;

import java.util.EnumSet;
import java.util.Set;

/** What can be recorded along a run. */
public enum Curve {
    /** Mean cross-entropy of the step's batch before the step, in nats. */
    TRAINING_LOSS("training loss"),
    /** Mean over the examples of all steps since the last point of the objective before their step. */
    MEAN_TRAINING_LOSS("mean training loss"),
    /** Learning rate of the step. */
    LEARNING_RATE("learning rate"),
    /** Fraction of the step's batch that was classified right before the step. */
    TRAINING_ACCURACY("training accuracy"),
    /** Mean loss over the whole training set after the step, without a penalty. */
    TRAINING_SET_LOSS("training-set loss"),
    /** Fraction of the whole training set that is classified right after the step. */
    TRAINING_SET_ACCURACY("training-set accuracy"),
    /** Mean loss over the validation set after the step, without a penalty. */
    VALIDATION_LOSS("validation loss"),
    /** Fraction of the validation set that is classified right after the step. */
    VALIDATION_ACCURACY("validation accuracy"),
    /** Fraction of the test set that is classified right after the step; nothing may be chosen by it. */
    TEST_ACCURACY("test accuracy"),
    /**
     * Euclidean norm of the loss gradient with respect to the first layer's weights (without biases), of the step's batch,
     * taken from the weights before and after the step.
     */
    FIRST_LAYER_GRADIENT("gradient magnitude"),
    /**
     * Fraction of the first layer's activations, over the first examples of the validation set, at which the activation
     * function's derivative is below a hundredth of its largest value.
     */
    FIRST_LAYER_SATURATION("saturated activations"),
    /** R² of the whole training set after the step, where targets are numbers; see {@link RegressionScore}. */
    TRAINING_SET_R2("training R²"),
    /** R² of the validation set after the step, where targets are numbers. */
    VALIDATION_R2("validation R²"),
    /** R² of the test set after the step, where targets are numbers; nothing may be chosen by it. */
    TEST_R2("test R²");

    private static final Set<Curve> OF_CLASSES =
            EnumSet.of(TRAINING_ACCURACY, TRAINING_SET_ACCURACY, VALIDATION_ACCURACY, TEST_ACCURACY);
    private static final Set<Curve> OF_NUMBERS = EnumSet.of(TRAINING_SET_R2, VALIDATION_R2, TEST_R2);

    private final String title;

    Curve(String title) {
        this.title = title;
    }

    /** Whether it is recorded of classes alone. */
    boolean needsClasses() {
        return OF_CLASSES.contains(this);
    }

    /** Whether it is recorded of numbers alone. */
    boolean needsNumbers() {
        return OF_NUMBERS.contains(this);
    }

    /** The name on axes and in tables. */
    public String title() {
        return title;
    }
}
