package org.dlcourse.homework.data;

import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.PartitionedImages;

/**
 * A synthetic substitute for DogSet if its files are not there: 64x64 colour images of ten classes, drawn by seeded code as {@link
 * DrawnObjects} says. They show no dogs, and their classes are no breeds.
 */
public final class SyntheticDogSet {
    /** Seed of the published images; it belongs to the data, not to an experiment. */
    private static final long SEED = 20_110_619L;

    private static final double LEAST_CONTRAST = 8;
    private static final double NOISE = 12;

    private SyntheticDogSet() {}

    /** Draws images, the given numbers in all; the same numbers give the same bytes on every machine. The classes alternate. */
    public static PartitionedImages draw(int training, int validation, int test) {
        DrawnObjects objects = new DrawnObjects(SEED, DogSetFolder.SIDE, LEAST_CONTRAST, NOISE);
        return new PartitionedImages(
                "DogSet",
                ImageDataset.Origin.SYNTHETIC,
                DrawnObjects.CLASSES,
                objects.images("training", training),
                objects.images("validation", validation),
                objects.images("test", test));
    }
}
