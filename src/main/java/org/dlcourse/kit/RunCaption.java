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
 * The part of a caption that describes the runs behind a figure.
 *
 * <pre>{@code
 * String caption = "Validation loss by epoch. " + new RunCaption(Scale.QUICK, data, List.of(run)).text();
 * }</pre>
 *
 * @param scale of the experiment
 * @param data for training, validation and test
 * @param repeats runs that differ only in their seed, at least one
 */
public record RunCaption(Scale scale, TrainingData data, List<Run> repeats) {
    /**
     * The caption's part in words.
     *
     * @return scale, batch size, epochs or steps, seeds and data; with the backend and its devices if they are GPUs
     */
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
