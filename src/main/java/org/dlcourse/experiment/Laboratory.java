package org.dlcourse.experiment;

import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingException;
import org.dlcourse.training.TrainingPlan;

/** What an experiment works with. */
public interface Laboratory {
    /** What the user set. */
    CourseSettings settings();

    /** The result of another experiment, done once for all that ask for it. */
    <R> R result(Experiment<R> experiment);

    /** Runs, from the store or trained, in the order of the requests; also those that diverged. */
    List<Run> runs(TrainingData data, List<RunRequest> requests);

    /**
     * A grid of runs: each plan so many times, with the settings' seeds.
     *
     * @throws TrainingException if a run diverged; all are kept before
     */
    default List<Repeats> grid(TrainingData data, List<TrainingPlan> plans, int repeats) {
        List<RunRequest> requests = plans.stream()
                .flatMap(plan -> IntStream.range(0, repeats)
                        .mapToObj(repeat -> new RunRequest(plan, settings().seedOfRepeat(repeat))))
                .toList();
        List<Run> runs = runs(data, requests);
        runs.forEach(Run::checkConverged);
        return IntStream.range(0, plans.size())
                .mapToObj(i -> new Repeats(plans.get(i), runs.subList(i * repeats, (i + 1) * repeats)))
                .toList();
    }
}
