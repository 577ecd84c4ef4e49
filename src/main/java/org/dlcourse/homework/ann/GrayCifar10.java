package org.dlcourse.homework.ann;

import org.dlcourse.dataset.Cifar10Source;
import org.dlcourse.dataset.GrayScaling;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.SeededRandom;
import org.dlcourse.dataset.StratifiedSplit;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
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

    private record Sizes(int training, int validation, int test) {
        static Sizes of(CourseSettings settings, Amount amount) {
            return switch (settings.scale()) {
                case QUICK -> new Sizes(amount == Amount.SMALL ? 1_000 : 4_000, 500, 2_000);
                case FULL -> new Sizes(45_000, 5_000, 10_000);
            };
        }
    }

    @Override
    public Prepared conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        Sizes sizes = Sizes.of(settings, amount);
        ImageDataset images = new Cifar10Source(settings).load(sizes.training() + sizes.validation(), sizes.test());
        int classes = images.classes().size();
        LabelledImages training = images.training();
        StratifiedSplit split = StratifiedSplit.of(
                training.labels(),
                classes,
                sizes.validation() / classes,
                SeededRandom.of(settings.seed(), "validation split"));
        TrainingData data = new TrainingData(
                images.title() + (scaling == GrayScaling.NORMALISED ? "" : ", pixels in " + scaling.notation()),
                scaling.features(training.select(split.rest()), classes),
                scaling.features(training.select(split.taken()), classes),
                scaling.features(images.test(), classes));
        return new Prepared(images.origin(), data);
    }
}
