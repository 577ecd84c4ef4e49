package org.dlcourse.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Inputs with their classes.
 *
 * @param inputs [samples, inputs], double
 * @param labels the class of each sample, from 0
 */
public record LabelledSamples(INDArray inputs, int[] labels) {
    /** How many there are. */
    public int count() {
        return labels.length;
    }

    /** Mini-batches in the samples' order; the last is smaller where the size does not divide their number. */
    public List<LabelledSamples> batches(int size) {
        List<LabelledSamples> batches = new ArrayList<>();
        for (int from = 0; from < count(); from += size) {
            int to = Math.min(count(), from + size);
            batches.add(new LabelledSamples(
                    inputs.get(NDArrayIndex.interval(from, to), NDArrayIndex.all())
                            .dup(),
                    Arrays.copyOfRange(labels, from, to)));
        }
        return batches;
    }
}
