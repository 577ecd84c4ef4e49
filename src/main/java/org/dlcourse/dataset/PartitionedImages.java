package org.dlcourse.dataset;

import java.util.List;
import org.dlcourse.util.SeededRandom;

/**
 * A data set of images that is published in three parts.
 *
 * @param name such as {@code DogSet}
 * @param origin whether these are the real images or synthetic ones
 * @param classes the name of each class
 * @param training images to learn from, in the published order
 * @param validation images to stop and choose by, in the published order
 * @param test images to judge by, in the published order
 */
public record PartitionedImages(
        String name,
        ImageDataset.Origin origin,
        List<String> classes,
        LabelledImages training,
        LabelledImages validation,
        LabelledImages test) {

    /** What every figure, table and file says of its data: name and origin. */
    public String title() {
        return name + " (" + origin + ")";
    }

    /** At most this number of images of each class and partition, taken at random; a class that has fewer gives all. */
    public PartitionedImages sample(int trainingPerClass, int validationPerClass, int testPerClass, long seed) {
        return new PartitionedImages(
                name,
                origin,
                classes,
                sample(training, trainingPerClass, seed, "training sample"),
                sample(validation, validationPerClass, seed, "validation sample"),
                sample(test, testPerClass, seed, "test sample"));
    }

    private LabelledImages sample(LabelledImages images, int perClass, long seed, String purpose) {
        StratifiedSplit split =
                StratifiedSplit.ofAtMost(images.labels(), classes.size(), perClass, SeededRandom.of(seed, purpose));
        return images.select(split.taken());
    }
}
