package org.dlcourse.homework.conv;

import org.dlcourse.dataset.ChannelScaling;
import org.dlcourse.dataset.Cifar10Source;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.SeededRandom;
import org.dlcourse.dataset.StratifiedSplit;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.SealedTestSet;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.TrainingData;

/**
 * CIFAR-10 in colour, each channel with mean 0 and standard deviation 1 over the training images; 45,000 / 5,000 / 10,000 at
 * full scale. The test set is sealed.
 */
record CompetitionData() implements Experiment<CompetitionData.Prepared> {
    /**
     * The data ready to be learnt from.
     *
     * @param images as read or drawn
     * @param data with a sealed test set
     */
    record Prepared(ImageDataset images, SealedTestSet data) {}

    private record Sizes(int training, int validation, int test) {
        static Sizes of(Scale scale) {
            return switch (scale) {
                case QUICK -> new Sizes(400, 200, 200);
                case FULL -> new Sizes(45_000, 5_000, 10_000);
            };
        }
    }

    @Override
    public Prepared conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        Sizes sizes = Sizes.of(settings.scale());
        ImageDataset images = new Cifar10Source(settings).load(sizes.training() + sizes.validation(), sizes.test());
        int classes = images.classes().size();
        LabelledImages all = images.training();
        StratifiedSplit split = StratifiedSplit.of(
                all.labels(),
                classes,
                sizes.validation() / classes,
                SeededRandom.of(settings.seed(), "validation split"));
        LabelledImages training = all.select(split.rest());
        ChannelScaling scaling = ChannelScaling.standardising(training);
        TrainingData data = new TrainingData(
                images.title() + ", colour, standardised",
                scaling.features(training, classes),
                scaling.features(all.select(split.taken()), classes),
                scaling.features(images.test(), classes));
        return new Prepared(images, new SealedTestSet(data));
    }
}
