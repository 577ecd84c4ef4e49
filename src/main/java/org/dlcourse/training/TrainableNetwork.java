package org.dlcourse.training;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A network in training, with the parameters of the last step. */
public interface TrainableNetwork extends AutoCloseable {
    /** Images at a time that suit oneDNN's convolutions in the handouts' networks. */
    int CLASSIFIED_AT_A_TIME = 25;

    /**
     * One step on a batch.
     *
     * @return the batch's objective before the step
     */
    double step(Batch batch);

    /**
     * The outputs of the prediction layer.
     *
     * @param features in the {@link org.dlcourse.model.InputForm} of the architecture
     * @return [examples, outputs], float: probabilities under cross-entropy; the next call may overwrite them
     */
    INDArray outputs(INDArray features);

    /**
     * How many images are best evaluated at a time.
     *
     * @return at least 1; few enough to keep the activations within the caches
     */
    default int imagesAtATime() {
        return CLASSIFIED_AT_A_TIME;
    }

    /**
     * The first layer's activations.
     *
     * @return [examples, units] or [examples, filters, height, width], float
     */
    INDArray firstLayerOutputs(INDArray features);

    /**
     * The weights of the first layer that has any.
     *
     * @return [units, inputs] or [filters, channels, height, width]
     */
    INDArray firstLayerWeights();

    /**
     * All parameters in DL4J's order.
     *
     * @return [1, parameters]
     */
    INDArray parameters();

    /** Changes the learning rate of the steps that follow. */
    void learnAt(double learningRate);

    @Override
    void close();
}
