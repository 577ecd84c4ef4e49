package org.dlcourse.training;

import org.nd4j.linalg.api.ndarray.INDArray;

/** One network on its way, whoever implements it. */
public interface TrainableNetwork extends AutoCloseable {
    /** For oneDNN's convolutions of the handouts' networks. */
    int CLASSIFIED_AT_A_TIME = 25;

    /**
     * One step on a batch.
     *
     * @return the batch's objective before the step
     */
    double step(Batch batch);

    /** The outputs of the prediction layer, [examples, classes], float; the next call may overwrite them. */
    INDArray outputs(INDArray features);

    /** How many images are best classified at a time: as many as keep the activations within the caches. */
    default int imagesAtATime() {
        return CLASSIFIED_AT_A_TIME;
    }

    /** The first layer's activations, float. */
    INDArray firstLayerOutputs(INDArray features);

    /** The first layer's weights: [units, inputs] or [filters, channels, height, width]. */
    INDArray firstLayerWeights();

    /** All parameters in DL4J's order. */
    INDArray parameters();

    void learnAt(double learningRate);

    @Override
    void close();
}
