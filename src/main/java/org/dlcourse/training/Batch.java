package org.dlcourse.training;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

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

    /** The examples from one index to the one before another, as views. */
    Batch rows(int from, int to) {
        INDArrayIndex rows = NDArrayIndex.interval(from, to);
        return new Batch(
                features.get(rows),
                targets.get(rows),
                labels.length == 0 ? labels : Arrays.copyOfRange(labels, from, to));
    }
}
