package org.dlcourse.exercise;

/** The evaluation of a network on samples. */
public interface Evaluation {
    /**
     * What is measured.
     *
     * @param loss mean cross-entropy over all samples
     * @param accuracy share of the samples whose class has the largest score, from 0 to 1
     */
    record Measured(double loss, double accuracy) {}

    /**
     * Measures a network, which is not changed.
     *
     * @param network to be measured
     * @param samples that it is measured on
     * @param batchSize samples in a mini-batch; the result does not depend on it
     * @return loss and accuracy
     */
    Measured evaluate(ReluNetwork network, LabelledSamples samples, int batchSize);
}
