package org.dlcourse.training;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The examples of one step.
 *
 * @param features [examples, inputs] or [examples, channels, height, width], float
 * @param oneHot targets, 1 at the right class and 0 elsewhere unless the objective smooths them, [examples, classes], float
 * @param labels [examples]
 */
public record Batch(INDArray features, INDArray oneHot, int[] labels) {}
