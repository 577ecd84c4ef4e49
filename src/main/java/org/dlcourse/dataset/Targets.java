package org.dlcourse.dataset;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network is to say of examples: the class of each, or numbers. */
public sealed interface Targets {
    /** The outputs that a network needs: one for each class, or one for each number. */
    int outputs();

    /**
     * The class of each example.
     *
     * @param labels [examples], from 0 to {@code classes - 1}
     * @param classes number of classes
     */
    record Classes(int[] labels, int classes) implements Targets {
        @Override
        public int outputs() {
            return classes;
        }
    }

    /**
     * Real numbers, for regression.
     *
     * @param values [examples, outputs], float, all finite
     */
    record Numbers(INDArray values) implements Targets {
        @Override
        public int outputs() {
            return (int) values.size(1);
        }
    }
}
