package org.dlcourse.training;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.dataset.Targets;
import org.dlcourse.util.Sha256;

/**
 * The three sets of examples of a run.
 *
 * @param title what every figure and file says of the data: name and origin
 * @param training what the network learns from
 * @param validation what its progress is judged by
 * @param testSet what it is tested on, once, at the end; empty as long as a choice is still to be made
 */
public record TrainingData(String title, Examples training, Examples validation, Optional<Examples> testSet) {
    /** Data with a test set. */
    public TrainingData(String title, Examples training, Examples validation, Examples test) {
        this(title, training, validation, Optional.of(test));
    }

    /**
     * The parts of a data set of images as a network sees them; the title is that of the images.
     *
     * <pre>{@code
     * ChannelScaling scaling = ChannelScaling.minusOneToOne(images.training().channels());
     * return new Prepared(images, TrainingData.of(images, scaling::features));
     * }</pre>
     *
     * @param scaling what makes features of images and the number of their classes
     */
    public static TrainingData of(PartitionedImages images, BiFunction<LabelledImages, Integer, Examples> scaling) {
        int classes = images.classes().size();
        return new TrainingData(
                images.title(),
                scaling.apply(images.training(), classes),
                scaling.apply(images.validation(), classes),
                scaling.apply(images.test(), classes));
    }

    /**
     * What networks are tested on.
     *
     * @throws IllegalStateException if these data have no test set
     */
    public Examples test() {
        return testSet.orElseThrow(() -> new IllegalStateException("These data have no test set: " + title
                + ". It is read once, after the choice for which the validation set is there."));
    }

    /** The same without the test set. */
    public TrainingData withoutTest() {
        return new TrainingData(title, training, validation, Optional.empty());
    }

    /** The digest of all that a run can see. */
    public String sha256() {
        return new Sha256()
                .add(training.sha256())
                .add(validation.sha256())
                .add(testSet.map(Examples::sha256).orElse("no test set"))
                .hex();
    }

    /** Title, sizes and digest in one line. */
    public String description() {
        return String.format(
                Locale.ROOT,
                "%s: %,d training, %,d validation, %s %s, SHA-256 %s",
                title,
                training.count(),
                validation.count(),
                testSet.map(test -> String.format(Locale.ROOT, "%,d test", test.count()))
                        .orElse("no test"),
                training.targets() instanceof Targets.Numbers ? "examples" : "images",
                sha256().substring(0, 12));
    }
}
