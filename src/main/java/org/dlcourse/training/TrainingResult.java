package org.dlcourse.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one run gave; equal to the bit for equal plan, data, seed, code and backend.
 *
 * @param curves what was recorded on the way
 * @param rateChanges where the schedule changed the learning rate
 * @param divergence where the run ended early because its loss was not finite; its curves end before
 * @param accuracyOnTraining fraction of the whole training set that the trained network classifies right; empty where targets are
 *     numbers
 * @param accuracyOnValidation the same of the validation set
 * @param accuracyOnTest the same of the test set; empty if the data had none
 * @param regression scores where targets are numbers; empty where they are classes, or where outputs are not finite because
 *     the run diverged
 * @param firstLayerWeights weights of the trained network's first layer; empty if the run diverged
 * @param testProbabilities the trained network's outputs for the test set, [examples, outputs]: probabilities under
 *     cross-entropy; empty if not recorded or the run diverged
 * @param parameters all parameters of the trained network, in DL4J's order; empty if not recorded or the run diverged
 */
public record TrainingResult(
        LearningCurves curves,
        List<LearningRateChange> rateChanges,
        Optional<Divergence> divergence,
        @JsonProperty("trainingAccuracy") OptionalDouble accuracyOnTraining,
        @JsonProperty("validationAccuracy") OptionalDouble accuracyOnValidation,
        OptionalDouble accuracyOnTest,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<RegressionScores> regression,
        FloatArray firstLayerWeights,
        FloatArray testProbabilities,
        FloatArray parameters) {
    /** The result of a run whose targets are classes. */
    public TrainingResult(
            LearningCurves curves,
            List<LearningRateChange> rateChanges,
            Optional<Divergence> divergence,
            double trainingAccuracy,
            double validationAccuracy,
            OptionalDouble accuracyOnTest,
            FloatArray firstLayerWeights,
            FloatArray testProbabilities,
            FloatArray parameters) {
        this(
                curves,
                rateChanges,
                divergence,
                OptionalDouble.of(trainingAccuracy),
                OptionalDouble.of(validationAccuracy),
                accuracyOnTest,
                Optional.empty(),
                firstLayerWeights,
                testProbabilities,
                parameters);
    }

    /**
     * Fraction of the whole training set that the trained network classifies right.
     *
     * @throws IllegalStateException if the targets are numbers
     */
    public double trainingAccuracy() {
        return accuracyOnTraining.orElseThrow(TrainingResult::noAccuracy);
    }

    /**
     * Fraction of the validation set that the trained network classifies right.
     *
     * @throws IllegalStateException if the targets are numbers
     */
    public double validationAccuracy() {
        return accuracyOnValidation.orElseThrow(TrainingResult::noAccuracy);
    }

    /**
     * Fraction of the test set that the trained network classifies right.
     *
     * @throws IllegalStateException if the data had no test set or the targets are numbers
     */
    public double testAccuracy() {
        return accuracyOnTest.orElseThrow(() -> isOfClasses()
                ? new IllegalStateException("This run was given no test set, so that it has no test accuracy.")
                : noAccuracy());
    }

    /**
     * What candidates are compared by on the validation set, the higher the better: the accuracy, or R² where targets are numbers.
     *
     * @return minus infinity for a regression whose outputs are not finite
     */
    public double validationScore() {
        return isOfClasses()
                ? validationAccuracy()
                : regression.map(scores -> scores.validation().r2()).orElse(Double.NEGATIVE_INFINITY);
    }

    /**
     * The scores of a regression.
     *
     * @throws IllegalStateException if the targets are classes, or if the run diverged and its outputs are not finite
     */
    public RegressionScores regressionScores() {
        return regression.orElseThrow(() -> new IllegalStateException(
                isOfClasses()
                        ? "The targets of this run are classes: it has accuracies and no scores of a regression."
                        : "The outputs of this run are not finite, since it diverged, so that it has no scores."));
    }

    private boolean isOfClasses() {
        return accuracyOnTraining.isPresent();
    }

    private static IllegalStateException noAccuracy() {
        return new IllegalStateException("The targets of this run are numbers, so that it has no accuracy; ask for its"
                + " regressionScores(), mean squared error and R².");
    }
}
