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
 * CIFAR-10 with a validation set that is taken at random from the training images, equally many of each class.
 *
 * @param images real or synthetic
 * @param training the remaining training images, in the order of {@code images}
 * @param validation the validation images, in the same order
 */
public record SplitCifar10(ImageDataset images, LabelledImages training, LabelledImages validation) {
    /** The shape of an image in colour. */
    public static final Shape IMAGE = new Shape(3, 32, 32);

    /**
     * Loads and splits images; the numbers are multiples of ten, and the settings' seed determines the split.
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
     * The three sets as training data.
     *
     * @param title of the data
     * @param scaling makes features of images and the number of classes
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
