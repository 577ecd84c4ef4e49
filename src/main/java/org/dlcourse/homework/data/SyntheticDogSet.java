package org.dlcourse.homework.data;

import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.PartitionedImages;

/**
 * A stand-in for DogSet where its files are not at hand: 64x64 colour images of ten classes, drawn by seeded code as {@link
 * DrawnObjects} says. They show no dogs, and their classes are no breeds.
 */
public final class SyntheticDogSet {
    /** Seed of the published stand-in; it belongs to the data, not to an experiment. */
    private static final long SEED = 20_110_619L;

    private SyntheticDogSet() {}

    /** Draws so many images of all classes together; the same counts give the same bytes everywhere. Classes take turns. */
    public static PartitionedImages draw(int training, int validation, int test) {
        DrawnObjects objects = new DrawnObjects(SEED, DogSetFolder.SIDE);
        return new PartitionedImages(
                "DogSet",
                ImageDataset.Origin.SYNTHETIC,
                DrawnObjects.CLASSES,
                objects.images("training", training),
                objects.images("validation", validation),
                objects.images("test", test));
    }
}
