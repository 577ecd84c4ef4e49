package org.dlcourse.training;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The examples of one step.
 *
 * @param features [examples, inputs] or [examples, channels, height, width], float
 * @param targets of classes, 1 at the right one and 0 elsewhere unless the objective smooths them; else the numbers themselves;
 *     [examples, outputs], float
 * @param labels [examples]; none where the targets are numbers
 */
public record Batch(INDArray features, INDArray targets, int[] labels) {
    /** The number of examples. */
    public int count() {
        return (int) features.size(0);
    }
}
