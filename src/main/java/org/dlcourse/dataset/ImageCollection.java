package org.dlcourse.dataset;

import java.util.List;
import org.dlcourse.util.SeededRandom;

/**
 * Images of named classes that nobody has split into training, validation and test images yet.
 *
 * @param name of the data set, such as {@code Shapes}
 * @param origin whether these are real images or synthetic ones
 * @param classes the name of each class
 * @param images all of them
 */
public record ImageCollection(String name, ImageDataset.Origin origin, List<String> classes, LabelledImages images) {
    /**
     * Takes the same number of images of every class at random for each part; what is left over is in none.
     *
     * <p>The test images depend on their number and the seed alone, so that more training images leave the test set as it is.
     *
     * @param trainingPerClass training images of each class
     * @param validationPerClass validation images of each class
     * @param testPerClass test images of each class
     * @param seed determines which images are taken
     * @return the three parts, each in the order of the images
     * @throws DataException if a class has fewer images than the three parts need
     * @throws IllegalArgumentException if a part is to have no image
     */
    public PartitionedImages split(int trainingPerClass, int validationPerClass, int testPerClass, long seed) {
        if (trainingPerClass < 1 || validationPerClass < 1 || testPerClass < 1) {
            throw new IllegalArgumentException(
                    "A split has at least one image of each class for training, validation and" + " test; found "
                            + trainingPerClass + ", " + validationPerClass + " and " + testPerClass + ".");
        }
        checkEnough(trainingPerClass, validationPerClass, testPerClass);
        StratifiedSplit test = split(images, testPerClass, seed, "test split");
        LabelledImages others = images.select(test.rest());
        StratifiedSplit validation = split(others, validationPerClass, seed, "validation split");
        LabelledImages left = others.select(validation.rest());
        StratifiedSplit training = split(left, trainingPerClass, seed, "training split");
        return new PartitionedImages(
                name,
                origin,
                classes,
                left.select(training.taken()),
                others.select(validation.taken()),
                images.select(test.taken()));
    }

    private StratifiedSplit split(LabelledImages from, int perClass, long seed, String purpose) {
        return StratifiedSplit.ofAtMost(from.labels(), classes.size(), perClass, SeededRandom.of(seed, purpose));
    }

    private void checkEnough(int training, int validation, int test) {
        long needed = (long) training + validation + test;
        int[] counts = StratifiedSplit.counts(images.labels(), classes.size());
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] < needed) {
                throw new DataException("The class " + classes.get(label) + " of " + name + " has " + counts[label]
                        + " images; expected at least " + needed + ", " + training + " for training, " + validation
                        + " for validation and " + test + " for test. Add images, or split off fewer.");
            }
        }
    }
}
