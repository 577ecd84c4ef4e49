package org.dlcourse.experiment;

import org.dlcourse.training.TrainingResult;

/**
 * What a process trained.
 *
 * @param key what the run is kept under, as the process that trained has it
 * @param result equal to the bit whenever the key is equal
 * @param process what trained
 * @param seconds wall time of the training
 */
public record TrainedRun(String key, TrainingResult result, TrainingProcess process, double seconds) {}
