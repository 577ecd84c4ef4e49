package org.dlcourse.training;

/**
 * What was recorded during a run, one value a recorded step in each array.
 *
 * @param steps the steps after which a point was recorded, from 1
 * @param trainingLoss mean cross-entropy of the step's batch before the step, in nats
 * @param trainingAccuracy part of the step's batch that was classified right before the step
 * @param validationAccuracy part of the validation set that is classified right after the step
 */
public record LearningCurves(
        int[] steps, double[] trainingLoss, double[] trainingAccuracy, double[] validationAccuracy) {}
