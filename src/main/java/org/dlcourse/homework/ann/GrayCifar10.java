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
 * The handout's data: gray CIFAR-10 with a tenth of the training images set aside for validation.
 *
 * <p>Full scale: 45,000 / 5,000 / 10,000. (The published training set has 50,000 images; the handout's 60,000 counts the
 * test images too.) As an experiment, so that every requirement of the handout shares one copy.
 *
 * @param scaling of the pixels
 * @param amount how many images
 */
public record GrayCifar10(GrayScaling scaling, Amount amount) implements Experiment<GrayCifar10.Prepared> {
    /** How many training images quick scale takes; full scale always takes all. */
    public enum Amount {
        /** 4,000. */
        USUAL,
        /** 1,000, where many networks are trained for a short time. */
        SMALL
    }

    /** Normalised, as the handout has it. */
    public GrayCifar10() {
        this(GrayScaling.NORMALISED, Amount.USUAL);
    }

    /**
     * The data ready to be learnt from.
     *
     * @param origin whether they are real
     * @param data gray images, normalised and split
     */
    public record Prepared(Origin origin, TrainingData data) {}

    @Override
    public Prepared conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        SplitCifar10 split =
                switch (settings.scale()) {
                    case QUICK -> SplitCifar10.of(settings, amount == Amount.SMALL ? 1_000 : 4_000, 500, 2_000);
                    case FULL -> SplitCifar10.of(settings, 45_000, 5_000, 10_000);
                };
        ImageDataset images = split.images();
        String note = scaling == GrayScaling.NORMALISED ? "" : ", pixels in " + scaling.notation();
        return new Prepared(images.origin(), split.data(images.title() + note, scaling::features));
    }
}
