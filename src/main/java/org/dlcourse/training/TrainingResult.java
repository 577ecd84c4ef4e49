package org.dlcourse.training;

/**
 * What one run gave; equal to the bit for equal plan, data, seed, code and backend.
 *
 * @param curves what was recorded on the way
 * @param trainingAccuracy part of the whole training set that the trained network classifies right
 * @param validationAccuracy the same of the validation set
 * @param testAccuracy the same of the test set
 * @param firstLayerWeights weights of the trained network's first layer
 */
public record TrainingResult(
        LearningCurves curves,
        double trainingAccuracy,
        double validationAccuracy,
        double testAccuracy,
        WeightArray firstLayerWeights) {}
