package org.dlcourse.dataset;

import java.util.List;

/**
 * A data set of images as published: training and test images of named classes.
 *
 * @param name such as {@code CIFAR-10}
 * @param origin whether these are the real images or a stand-in
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
        SYNTHETIC("synthetic stand-in");

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
}
