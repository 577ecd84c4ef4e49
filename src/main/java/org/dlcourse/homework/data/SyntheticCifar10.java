package org.dlcourse.homework.data;

import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.cifar.Cifar10Batches;

/**
 * A stand-in for CIFAR-10 where its files are not at hand: 32x32 colour images of ten classes, drawn by seeded code as {@link
 * DrawnObjects} says.
 */
public final class SyntheticCifar10 {
    /** Seed of the published stand-in; it belongs to the data, not to an experiment. */
    private static final long SEED = 20_100_408L;

    private SyntheticCifar10() {}

    /** Draws the data set; the same counts give the same bytes everywhere. Classes take turns. */
    public static ImageDataset draw(int trainingImages, int testImages) {
        DrawnObjects objects = new DrawnObjects(SEED, Cifar10Batches.SIDE);
        return new ImageDataset(
                "CIFAR-10",
                ImageDataset.Origin.SYNTHETIC,
                DrawnObjects.CLASSES,
                objects.images("training", trainingImages),
                objects.images("test", testImages));
    }
}
