package org.dlcourse.training;

/**
 * A change of the learning rate during a run.
 *
 * @param afterStep the last step with the rate before
 * @param rate of the steps that follow
 */
public record RateChange(int afterStep, double rate) {}
