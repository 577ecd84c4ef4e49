package org.dlcourse.homework.cifar;

import org.dlcourse.dataset.ChannelScaling;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.homework.data.SplitCifar10;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;

/**
 * CIFAR-10 in colour, scaled to values from -1 to 1 as in the tutorial. At full scale a fiftieth of the training images is held
 * out for validation; the tutorial trains on those too.
 *
 * @param size of the training and the test set at quick scale
 */
public record TutorialCifar10(Size size) implements Experiment<TutorialCifar10.Prepared> {
    private static final ChannelScaling SCALING = ChannelScaling.minusOneToOne(3);

    /** How many training and test images there are at quick scale. */
    public enum Size {
        /** So few that a network can learn them by heart. */
        FEW(320, 500),
        /** As many as the largest batch has. */
        ONE_LARGE_BATCH(1_000, 500),
        ALL(1_600, 1_000);

        private final int training;
        private final int test;

        Size(int training, int test) {
            this.training = training;
            this.test = test;
        }
    }

    /**
     * Images and training data.
     *
     * @param images as read or generated
     * @param data scaled and split
     */
    public record Prepared(ImageDataset images, TrainingData data) {}

    @Override
    public Prepared conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        SplitCifar10 split =
                switch (settings.scale()) {
                    case QUICK -> SplitCifar10.of(settings, size.training, 200, size.test);
                    case FULL -> SplitCifar10.of(settings, 49_000, 1_000, 10_000);
                };
        ImageDataset images = split.images();
        return new Prepared(images, split.data(images.title() + ", colour", SCALING::features));
    }
}
