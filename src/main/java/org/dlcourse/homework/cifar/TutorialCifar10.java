package org.dlcourse.homework.cifar;

import org.dlcourse.dataset.ChannelScaling;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.homework.data.SplitCifar10;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;

/**
 * CIFAR-10 in colour with values from -1 to 1, as the tutorial takes it. A fiftieth of the training images is set aside; the
 * tutorial learns from those too.
 */
public record TutorialCifar10() implements Experiment<TutorialCifar10.Prepared> {
    private static final ChannelScaling SCALING = ChannelScaling.minusOneToOne(3);

    /**
     * The data ready to be learnt from.
     *
     * @param images as read or drawn
     * @param data scaled and split
     */
    public record Prepared(ImageDataset images, TrainingData data) {}

    @Override
    public Prepared conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        SplitCifar10 split =
                switch (settings.scale()) {
                    case QUICK -> SplitCifar10.of(settings, 1_000, 200, 1_000);
                    case FULL -> SplitCifar10.of(settings, 49_000, 1_000, 10_000);
                };
        ImageDataset images = split.images();
        return new Prepared(images, split.data(images.title() + ", colour", SCALING::features));
    }
}
