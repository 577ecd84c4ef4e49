package org.dlcourse.homework.data;

import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.cifar.Cifar10Batches;

/**
 * A synthetic substitute for CIFAR-10 if its files are not there: 32x32 colour images of ten classes, drawn by seeded code as {@link
 * DrawnObjects} says.
 */
public final class SyntheticCifar10 {
    /** Seed of the published images; it belongs to the data, not to an experiment. */
    private static final long SEED = 20_100_408L;

    /** Objects that stand out, so that a network of convolutions learns them in a few hundred steps. */
    private static final double LEAST_CONTRAST = 60;

    private static final double NOISE = 8;

    private SyntheticCifar10() {}

    /** Draws the data set; the same counts give the same bytes on every machine. The classes alternate. */
    public static ImageDataset draw(int trainingImages, int testImages) {
        DrawnObjects objects = new DrawnObjects(SEED, Cifar10Batches.SIDE, LEAST_CONTRAST, NOISE);
        return new ImageDataset(
                "CIFAR-10",
                ImageDataset.Origin.SYNTHETIC,
                DrawnObjects.CLASSES,
                objects.images("training", trainingImages),
                objects.images("test", testImages));
    }
}
