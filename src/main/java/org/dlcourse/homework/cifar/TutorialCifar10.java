package org.dlcourse.homework.cifar;

import org.dlcourse.dataset.ChannelScaling;
import org.dlcourse.dataset.Cifar10Source;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.SeededRandom;
import org.dlcourse.dataset.StratifiedSplit;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
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

    private record Sizes(int training, int validation, int test) {
        static Sizes of(Scale scale) {
            return switch (scale) {
                case QUICK -> new Sizes(1_000, 200, 1_000);
                case FULL -> new Sizes(49_000, 1_000, 10_000);
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
        return new Prepared(
                images,
                new TrainingData(
                        images.title() + ", colour",
                        SCALING.features(all.select(split.rest()), classes),
                        SCALING.features(all.select(split.taken()), classes),
                        SCALING.features(images.test(), classes)));
    }
}
