package org.dlcourse.bench;

import java.util.Random;
import org.dlcourse.dataset.Examples;
import org.dlcourse.model.Shape;
import org.dlcourse.training.TrainingData;

/** Data that take as long to learn from as real ones: normal random numbers with labels from ten classes. */
final class RandomData {
    private RandomData() {}

    /**
     * Training and validation sets, without a test set.
     *
     * @param shape of an example
     */
    static TrainingData of(Shape shape, int training, int validation) {
        Examples none = examples(shape, 10, 3);
        return new TrainingData("random", examples(shape, training, 1), examples(shape, validation, 2), none)
                .withoutTest();
    }

    private static Examples examples(Shape shape, int count, long seed) {
        Random random = new Random(seed);
        float[] features = new float[count * (int) shape.size()];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextGaussian();
        }
        return Examples.of(
                features,
                new int[] {count, shape.channels(), shape.height(), shape.width()},
                random.ints(count, 0, 10).toArray(),
                10);
    }
}
