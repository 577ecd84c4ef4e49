package org.dlcourse.homework.fcnet;

import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.dataset.MeanImage;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.SealedTestSet;
import org.dlcourse.homework.data.SplitCifar10;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;

/**
 * The handout's data: flattened colour images minus the mean training image, 49,000 / 1,000 / 1,000 at full scale. The test
 * set is sealed.
 */
public record ColourCifar10() implements Experiment<ColourCifar10.Prepared> {
    /**
     * The data ready for training.
     *
     * @param origin whether they are real
     * @param data with a sealed test set
     */
    public record Prepared(Origin origin, SealedTestSet data) {}

    @Override
    public Prepared conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        SplitCifar10 split =
                switch (settings.scale()) {
                    case QUICK -> SplitCifar10.of(settings, 1_500, 500, 500);
                    case FULL -> SplitCifar10.of(settings, 49_000, 1_000, 1_000);
                };
        ImageDataset images = split.images();
        TrainingData data = split.data(
                images.title() + ", colour, less the mean training image", MeanImage.of(split.training())::features);
        return new Prepared(images.origin(), new SealedTestSet(data));
    }
}
