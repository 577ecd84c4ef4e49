package org.dlcourse.homework.ann;

import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Run;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/**
 * What every caption says of the runs that a figure was drawn from.
 *
 * @param scale at which they were made
 * @param data what was learnt and tested on
 * @param repeats runs that differ by their seed alone
 */
record Circumstances(Scale scale, TrainingData data, List<Run> repeats) {
    /** Scale, length, seeds and data. */
    String text() {
        TrainingPlan plan = repeats.get(0).request().plan();
        return String.format(
                Locale.ROOT,
                "At %s scale: batches of %d, %d epoch%s, seed%s. Data: %s.",
                scale,
                plan.batchSize(),
                plan.epochs(),
                plan.epochs() == 1 ? "" : "s",
                seeds(),
                data.description());
    }

    private String seeds() {
        long first = repeats.get(0).request().seed();
        long last = repeats.get(repeats.size() - 1).request().seed();
        return first == last ? " " + first : "s " + first + " to " + last;
    }
}
