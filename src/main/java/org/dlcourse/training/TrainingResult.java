package org.dlcourse.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one run gave; equal to the bit for equal plan, data, seed, code and backend.
 *
 * @param curves what was recorded on the way
 * @param rateChanges where the schedule changed the learning rate
 * @param divergence where the run ended early because its loss was no number; its curves end before
 * @param trainingAccuracy part of the whole training set that the trained network classifies right
 * @param validationAccuracy the same of the validation set
 * @param accuracyOnTest the same of the test set; empty if the data had none
 * @param firstLayerWeights weights of the trained network's first layer; empty if the run diverged
 * @param testProbabilities the trained network's probabilities of the test set, [examples, classes]; empty if not
 *     recorded or the run diverged
 * @param parameters all parameters of the trained network, in DL4J's order; empty if not recorded or the run diverged
 */
public record TrainingResult(
        LearningCurves curves,
        List<RateChange> rateChanges,
        Optional<Divergence> divergence,
        double trainingAccuracy,
        double validationAccuracy,
        OptionalDouble accuracyOnTest,
        FloatArray firstLayerWeights,
        FloatArray testProbabilities,
        FloatArray parameters) {
    /**
     * Part of the test set that the trained network classifies right.
     *
     * @throws IllegalStateException if the data had no test set
     */
    public double testAccuracy() {
        return accuracyOnTest.orElseThrow(
                () -> new IllegalStateException("This run was given no test set, so that it has no test accuracy."));
    }
}
