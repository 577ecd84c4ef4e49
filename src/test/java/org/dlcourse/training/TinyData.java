package org.dlcourse.training;

import java.util.stream.IntStream;
import org.dlcourse.dataset.GrayScaling;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.homework.data.SyntheticCifar10;

/** A few synthetic images, for tests of what trains. */
public final class TinyData {
    private TinyData() {}

    /** So many training images, 50 for validation and 50 for testing. */
    public static TrainingData of(int trainingImages) {
        ImageDataset images = SyntheticCifar10.draw(trainingImages + 50, 50);
        LabelledImages training = images.training();
        return new TrainingData(
                images.title(),
                GrayScaling.NORMALISED.features(
                        training.select(IntStream.range(0, trainingImages).toArray()), 10),
                GrayScaling.NORMALISED.features(
                        training.select(IntStream.range(trainingImages, trainingImages + 50)
                                .toArray()),
                        10),
                GrayScaling.NORMALISED.features(images.test(), 10));
    }
}
