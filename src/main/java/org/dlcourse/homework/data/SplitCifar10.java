package org.dlcourse.homework.data;

import java.util.function.BiFunction;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.StratifiedSplit;
import org.dlcourse.model.Shape;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;
import org.dlcourse.util.SeededRandom;

/**
 * CIFAR-10 with images for validation taken out of the training images at random, equally many of each class.
 *
 * @param images as read or drawn
 * @param training what is left to learn from, in the order of {@code images}
 * @param validation what was taken, in that order
 */
public record SplitCifar10(ImageDataset images, LabelledImages training, LabelledImages validation) {
    /** The shape of an image in colour. */
    public static final Shape IMAGE = new Shape(3, 32, 32);

    /**
     * So many images of each part, multiples of ten; the settings' seed determines which.
     *
     * @throws DataException if the real files are damaged, or at full scale cannot be downloaded
     */
    public static SplitCifar10 of(CourseSettings settings, int training, int validation, int test) {
        ImageDataset images = new Cifar10Source(settings).load(training + validation, test);
        StratifiedSplit split = StratifiedSplit.of(
                images.name() + "'s training images",
                images.training().labels(),
                images.classes(),
                validation / images.classes().size(),
                SeededRandom.of(settings.seed(), "validation split"));
        return new SplitCifar10(
                images,
                images.training().select(split.rest()),
                images.training().select(split.taken()));
    }

    /**
     * The parts as a network sees them.
     *
     * @param title of the data
     * @param scaling what makes features of images and the number of their classes
     */
    public TrainingData data(String title, BiFunction<LabelledImages, Integer, Examples> scaling) {
        int classes = images.classes().size();
        return new TrainingData(
                title,
                scaling.apply(training, classes),
                scaling.apply(validation, classes),
                scaling.apply(images.test(), classes));
    }
}
