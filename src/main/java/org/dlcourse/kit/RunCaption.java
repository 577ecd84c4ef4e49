package org.dlcourse.kit;

import java.util.List;
import java.util.Locale;
import org.dlcourse.backend.Backend;
import org.dlcourse.experiment.Run;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Stopping;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/**
 * What every caption says of the runs that a figure was drawn from.
 *
 * @param scale at which they were made
 * @param data what was learnt and tested on
 * @param repeats runs that differ by their seed alone
 */
public record RunCaption(Scale scale, TrainingData data, List<Run> repeats) {
    /** Scale, length, seeds and data; the backend and its devices where they are GPUs. */
    public String text() {
        TrainingPlan plan = repeats.get(0).request().plan();
        String text = String.format(
                Locale.ROOT,
                "At %s scale: batches of %d, %s, seed%s. Data: %s.",
                scale,
                plan.batchSize(),
                length(plan),
                seeds(),
                data.description());
        return Backend.found().onGpu()
                ? text + " Computed by " + repeats.get(0).provenance().backend() + "."
                : text;
    }

    private static String length(TrainingPlan plan) {
        if (plan.stopping() instanceof Stopping.AfterSteps after) {
            return String.format(Locale.ROOT, "%,d steps", after.steps());
        }
        String most = plan.stopping() instanceof Stopping.WhenLossIsFlat ? "at most " : "";
        return most + plan.epochs() + (plan.epochs() == 1 ? " epoch" : " epochs");
    }

    private String seeds() {
        long first = repeats.get(0).request().seed();
        long last = repeats.get(repeats.size() - 1).request().seed();
        return first == last ? " " + first : "s " + first + " to " + last;
    }
}
