package org.dlcourse.training;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The examples of one step.
 *
 * @param features [examples, inputs] or [examples, channels, height, width], float
 * @param oneHot [examples, classes], float
 * @param labels [examples]
 */
record Batch(INDArray features, INDArray oneHot, int[] labels) {}
