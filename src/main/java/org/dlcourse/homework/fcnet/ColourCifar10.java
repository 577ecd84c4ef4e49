package org.dlcourse.homework.fcnet;

import org.dlcourse.dataset.Cifar10Source;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.MeanImage;
import org.dlcourse.dataset.SeededRandom;
import org.dlcourse.dataset.StratifiedSplit;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.SealedTestSet;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;

/**
 * The handout's data: flattened colour images less the mean training image, 49,000 / 1,000 / 1,000 at full scale. The test
 * set is sealed.
 */
public record ColourCifar10() implements Experiment<ColourCifar10.Prepared> {
    /**
     * The data ready to be learnt from.
     *
     * @param origin whether they are real
     * @param data with a sealed test set
     */
    public record Prepared(Origin origin, SealedTestSet data) {}

    private record Sizes(int training, int validation, int test) {
        static Sizes of(CourseSettings settings) {
            return switch (settings.scale()) {
                case QUICK -> new Sizes(3_000, 1_000, 1_000);
                case FULL -> new Sizes(49_000, 1_000, 1_000);
            };
        }
    }

    @Override
    public Prepared conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        Sizes sizes = Sizes.of(settings);
        ImageDataset images = new Cifar10Source(settings).load(sizes.training() + sizes.validation(), sizes.test());
        int classes = images.classes().size();
        StratifiedSplit split = StratifiedSplit.of(
                images.training().labels(),
                classes,
                sizes.validation() / classes,
                SeededRandom.of(settings.seed(), "validation split"));
        LabelledImages training = images.training().select(split.rest());
        MeanImage mean = MeanImage.of(training);
        TrainingData data = new TrainingData(
                images.title() + ", colour, less the mean training image",
                mean.features(training, classes),
                mean.features(images.training().select(split.taken()), classes),
                mean.features(images.test(), classes));
        return new Prepared(images.origin(), new SealedTestSet(data));
    }
}
