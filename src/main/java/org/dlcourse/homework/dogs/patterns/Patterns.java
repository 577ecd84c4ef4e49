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
 * The synthetic patterns, split for training: two classes that differ by the orientation of their edges only.
 *
 * <p>Gray values range from 0 to 255: with a range from 0 to 1 the network does not learn with the handout's learning rate of
 * 1e-4.
 */
public record Patterns() implements Experiment<Patterns.Prepared> {
    private static final int COUNT = 10_000;
    private static final int QUICK_COUNT = 2_000;

    /**
     * The patterns and the data for training.
     *
     * @param all patterns with their positions
     * @param data gray values less their mean: 80 % for training, 10 % for validation, 10 % for testing
     */
    public record Prepared(OrientationPatterns all, TrainingData data) {}

    @Override
    public Prepared conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        int count = settings.scale() == Scale.FULL ? COUNT : QUICK_COUNT;
        OrientationPatterns patterns = OrientationPatterns.draw(count, settings.seed());
        LabelledImages training = range(patterns.images(), 0, count * 8 / 10);
        ChannelScaling scaling = ChannelScaling.centring(training);
        int classes = OrientationPatterns.CLASSES.size();
        TrainingData data = new TrainingData(
                "synthetic patterns",
                scaling.features(training, classes),
                scaling.features(range(patterns.images(), count * 8 / 10, count * 9 / 10), classes),
                scaling.features(range(patterns.images(), count * 9 / 10, count), classes));
        return new Prepared(patterns, data);
    }

    /** The patterns of a range with even ends, which does not separate the two patterns of a pair. */
    private static LabelledImages range(LabelledImages images, int from, int to) {
        return images.select(IntStream.range(from, to).toArray());
    }
}
