package org.dlcourse.homework.conv;

import org.dlcourse.dataset.ChannelScaling;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.SealedTestSet;
import org.dlcourse.homework.data.SplitCifar10;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;

/**
 * CIFAR-10 in colour, each channel with mean 0 and standard deviation 1 over the training images; 45,000 / 5,000 / 10,000 at
 * full scale. The test set is sealed.
 */
record CompetitionData() implements Experiment<CompetitionData.Prepared> {
    /**
     * The data ready for training.
     *
     * @param images real or synthetic
     * @param data with a sealed test set
     */
    record Prepared(ImageDataset images, SealedTestSet data) {}

    @Override
    public Prepared conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        SplitCifar10 split =
                switch (settings.scale()) {
                    case QUICK -> SplitCifar10.of(settings, 480, 200, 500);
                    case FULL -> SplitCifar10.of(settings, 45_000, 5_000, 10_000);
                };
        ImageDataset images = split.images();
        ChannelScaling scaling = ChannelScaling.standardising(split.training());
        TrainingData data = split.data(images.title() + ", colour, standardised", scaling::features);
        return new Prepared(images, new SealedTestSet(data));
    }
}
