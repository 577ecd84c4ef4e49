package org.dlcourse.dataset;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Classes as a network's targets. */
public final class OneHot {
    private OneHot() {}

    /** 1 at each label's class and 0 elsewhere, [labels, classes]. */
    public static INDArray of(int[] labels, long classes, DataType dataType) {
        INDArray oneHot = Nd4j.zeros(dataType, labels.length, classes);
        for (int i = 0; i < labels.length; i++) {
            oneHot.putScalar(i, labels[i], 1);
        }
        return oneHot;
    }
}
