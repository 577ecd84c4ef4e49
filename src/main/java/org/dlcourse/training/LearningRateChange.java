package org.dlcourse.training;

/**
 * A change of the learning rate during a run.
 *
 * @param afterStep the last step with the learning rate before
 * @param rate learning rate of the steps that follow
 */
public record LearningRateChange(int afterStep, double rate) {}
