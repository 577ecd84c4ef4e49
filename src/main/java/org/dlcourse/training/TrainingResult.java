package org.dlcourse.training;

import java.util.List;

/**
 * What one run gave; equal to the bit for equal plan, data, seed, code and backend.
 *
 * @param curves what was recorded on the way
 * @param rateChanges where the schedule changed the learning rate
 * @param trainingAccuracy part of the whole training set that the trained network classifies right
 * @param validationAccuracy the same of the validation set
 * @param testAccuracy the same of the test set
 * @param firstLayerWeights weights of the trained network's first layer
 * @param testProbabilities the trained network's probabilities of the test set, [examples, classes]; empty if not recorded
 */
public record TrainingResult(
        LearningCurves curves,
        List<RateChange> rateChanges,
        double trainingAccuracy,
        double validationAccuracy,
        double testAccuracy,
        FloatArray firstLayerWeights,
        FloatArray testProbabilities) {}
