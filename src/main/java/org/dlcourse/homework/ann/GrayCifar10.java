package org.dlcourse.homework.ann;

import org.dlcourse.dataset.GrayScaling;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.homework.data.SplitCifar10;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;

/**
 * The handout's data: gray CIFAR-10, with a tenth of the training images held out for validation.
 *
 * <p>Full scale: 45,000 / 5,000 / 10,000. (The published training set has 50,000 images; the handout's 60,000 include the
 * test images.) It is an experiment, so that all requirements of the handout share one copy.
 *
 * @param scaling of the pixels
 * @param size number of images at quick scale
 */
public record GrayCifar10(GrayScaling scaling, Size size) implements Experiment<GrayCifar10.Result> {
    /** The number of training images at quick scale; full scale takes all. */
    public enum Size {
        /** 2,000. */
        STANDARD,
        /** 1,000, where many networks are trained for a short time. */
        SMALL
    }

    /** Normalised, as in the handout. */
    public GrayCifar10() {
        this(GrayScaling.NORMALISED, Size.STANDARD);
    }

    /**
     * The images as training data.
     *
     * @param origin whether the images are real
     * @param data gray images, scaled and split
     */
    public record Result(Origin origin, TrainingData data) {}

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        SplitCifar10 split =
                switch (settings.scale()) {
                    case QUICK -> SplitCifar10.of(settings, size == Size.SMALL ? 1_000 : 2_000, 500, 2_000);
                    case FULL -> SplitCifar10.of(settings, 45_000, 5_000, 10_000);
                };
        ImageDataset images = split.images();
        String note = scaling == GrayScaling.NORMALISED ? "" : ", pixels in " + scaling.notation();
        return new Result(images.origin(), split.data(images.title() + note, scaling::features));
    }
}
