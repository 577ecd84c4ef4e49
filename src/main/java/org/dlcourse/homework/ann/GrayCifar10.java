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
    /** The number of images at quick scale; full scale takes all. */
    public enum Size {
        /** 1,600 training, 300 validation and 1,000 test images: few to evaluate networks of convolutions on. */
        STANDARD(1_600, 300, 1_000),
        /** 1,000, 500 and 2,000, where perceptrons are compared that differ little in accuracy. */
        SMALL(1_000, 500, 2_000);

        private final int training;
        private final int validation;
        private final int test;

        Size(int training, int validation, int test) {
            this.training = training;
            this.validation = validation;
            this.test = test;
        }
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
                    case QUICK -> SplitCifar10.of(settings, size.training, size.validation, size.test);
                    case FULL -> SplitCifar10.of(settings, 45_000, 5_000, 10_000);
                };
        ImageDataset images = split.images();
        String note = scaling == GrayScaling.NORMALISED ? "" : ", pixels in " + scaling.notation();
        return new Result(images.origin(), split.data(images.title() + note, scaling::features));
    }
}
