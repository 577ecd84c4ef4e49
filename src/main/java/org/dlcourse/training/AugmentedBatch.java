package org.dlcourse.training;

import org.dlcourse.dataset.Augmentation;
import org.dlcourse.dataset.Crop;
import org.dlcourse.util.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Changes the images of a batch at random: each by its own random numbers, which depend on the seed, the epoch and the image
 * alone, and not on the batch that it is in.
 *
 * @param augmentation how
 * @param seed of the run
 * @param epoch from 1
 */
record AugmentedBatch(Augmentation augmentation, long seed, int epoch) {
    /**
     * The batch with its images changed in place; its labels stay.
     *
     * @param indices of the batch's examples
     * @param imageShape [any, channels, height, width]
     */
    Batch of(Batch batch, int[] indices, long[] imageShape) {
        int channels = (int) imageShape[1];
        int rows = (int) imageShape[2];
        int columns = (int) imageShape[3];
        int size = channels * rows * columns;
        float[] images = new float[indices.length * size];
        INDArray inOrder = batch.features().dup('c');
        inOrder.data().asNioFloat().get(images);
        inOrder.close();
        float[] changed = new float[images.length];
        for (int i = 0; i < indices.length; i++) {
            Crop crop = augmentation.draw(
                    rows, columns, SeededRandom.of(seed, "augmentation of image " + indices[i] + " in epoch " + epoch));
            crop.resize(images, i * size, changed, i * size, channels, rows, columns);
        }
        INDArray vector = Nd4j.createFromArray(changed);
        batch.features().assign(vector.reshape('c', batch.features().shape()));
        vector.close();
        return batch;
    }
}
