package org.dlcourse.dataset;

import java.util.List;
import java.util.Random;
import org.dlcourse.util.SeededRandom;

/**
 * A data set of images as published: training and test images of named classes.
 *
 * @param name such as {@code CIFAR-10}
 * @param origin whether these are the real images or synthetic ones
 * @param classes the name of each class
 * @param training training images, in the published order
 * @param test test images, in the published order
 */
public record ImageDataset(
        String name, Origin origin, List<String> classes, LabelledImages training, LabelledImages test) {
    /** Where images come from. */
    public enum Origin {
        /** Read from the files of the data set. */
        REAL("real"),
        /** Drawn by this project's own seeded code. */
        SYNTHETIC("synthetic");

        private final String word;

        Origin(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** What every figure, table and file says of its data: name and origin. */
    public String title() {
        return name + " (" + origin + ")";
    }

    /**
     * The given numbers of training and test images, the same number of each class, taken at random; a part that is wanted whole stays as
     * it is.
     *
     * @throws DataException if a number of images is no multiple of the number of classes, or a class has too few
     */
    public ImageDataset sample(int trainingImages, int testImages, long seed) {
        return sample(trainingImages, testImages, seed, this::exactly);
    }

    /** The same, to which a class that has fewer images gives all. */
    public ImageDataset sampleAtMost(int trainingImages, int testImages, long seed) {
        return sample(
                trainingImages,
                testImages,
                seed,
                (part, images, perClass, random) ->
                        StratifiedSplit.ofAtMost(images.labels(), classes.size(), perClass, random));
    }

    /** How examples are taken of a part of the set. */
    private interface Split {
        StratifiedSplit of(String part, LabelledImages images, int perClass, Random random);
    }

    private StratifiedSplit exactly(String part, LabelledImages images, int perClass, Random random) {
        return StratifiedSplit.of(name + "'s " + part + " images", images.labels(), classes, perClass, random);
    }

    private ImageDataset sample(int trainingImages, int testImages, long seed, Split split) {
        return new ImageDataset(
                name,
                origin,
                classes,
                sample("training", training, trainingImages, seed, split),
                sample("test", test, testImages, seed, split));
    }

    private LabelledImages sample(String part, LabelledImages images, int count, long seed, Split split) {
        if (count == images.count()) {
            return images;
        }
        if (count % classes.size() != 0) {
            throw new DataException("A sample with the same number of each of " + classes.size()
                    + " classes cannot have " + count + " images.");
        }
        return images.select(split.of(part, images, count / classes.size(), SeededRandom.of(seed, part + " sample"))
                .taken());
    }
}
