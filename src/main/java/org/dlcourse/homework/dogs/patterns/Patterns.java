package org.dlcourse.homework.dogs.patterns;

import java.util.stream.IntStream;
import org.dlcourse.dataset.ChannelScaling;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.homework.data.OrientationPatterns;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.TrainingData;

/**
 * The synthetic patterns, split for training: two classes that differ by the orientation of their edges alone.
 *
 * <p>Gray values keep their range of 256: with pixels from 0 to 1 the handout's learning rate of 1e-4 leaves the network where
 * it starts.
 */
public record Patterns() implements Experiment<Patterns.Prepared> {
    private static final int ALL = 10_000;
    private static final int ALL_QUICK = 2_000;

    /**
     * The patterns and what is learnt from.
     *
     * @param all patterns with their positions
     * @param data gray values less their mean, four fifths for training, a tenth each for validation and test
     */
    public record Prepared(OrientationPatterns all, TrainingData data) {}

    @Override
    public Prepared conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        int count = settings.scale() == Scale.FULL ? ALL : ALL_QUICK;
        OrientationPatterns patterns = OrientationPatterns.draw(count, settings.seed());
        LabelledImages training = part(patterns.images(), 0, count * 8 / 10);
        ChannelScaling scaling = ChannelScaling.centring(training);
        int classes = OrientationPatterns.CLASSES.size();
        TrainingData data = new TrainingData(
                "synthetic patterns",
                scaling.features(training, classes),
                scaling.features(part(patterns.images(), count * 8 / 10, count * 9 / 10), classes),
                scaling.features(part(patterns.images(), count * 9 / 10, count), classes));
        return new Prepared(patterns, data);
    }

    /** Patterns come in pairs with one place, which an even number does not tear. */
    private static LabelledImages part(LabelledImages images, int from, int to) {
        return images.select(IntStream.range(from, to).toArray());
    }
}
