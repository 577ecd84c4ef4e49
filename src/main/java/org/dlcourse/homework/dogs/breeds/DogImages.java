package org.dlcourse.homework.dogs.breeds;

import org.dlcourse.dataset.ChannelScaling;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.homework.data.DogSetSource;
import org.dlcourse.training.TrainingData;

/** Reads DogSet and standardises each colour channel over the training images. */
public record DogImages() implements Experiment<DogImages.Prepared> {
    private static final int TRAINING_IMAGES = 800;
    private static final int VALIDATION_IMAGES = 300;
    private static final int TEST_IMAGES = 1_000;

    /**
     * The images and the data for training.
     *
     * @param images images as read
     * @param data standardised images
     */
    public record Prepared(PartitionedImages images, TrainingData data) {}

    @Override
    public Prepared conduct(Laboratory laboratory) {
        PartitionedImages images =
                new DogSetSource(laboratory.settings()).load(TRAINING_IMAGES, VALIDATION_IMAGES, TEST_IMAGES);
        ChannelScaling scaling = ChannelScaling.standardising(images.training());
        return new Prepared(images, TrainingData.of(images, scaling::features));
    }
}
