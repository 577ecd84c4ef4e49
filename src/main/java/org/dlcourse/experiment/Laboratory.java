package org.dlcourse.experiment;

import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingException;
import org.dlcourse.training.TrainingPlan;

/**
 * What an experiment works with: the user's settings, other experiments' results, and runs.
 *
 * <pre>{@code
 * long seed = laboratory.settings().seed();
 * List<Run> runs = laboratory.runs(
 *         data,
 *         Stream.of(1e-4, 1e-3, 1e-2)
 *                 .map(rate -> new RunRequest(plan.apply(rate), seed))
 *                 .toList());
 * Run best = SealedTestSet.best(runs);
 * }</pre>
 */
public interface Laboratory {
    /** What the user set. */
    CourseSettings settings();

    /**
     * The result of another experiment, which is conducted once for all that ask for it.
     *
     * @return the same object for equal experiments
     */
    <R> R result(Experiment<R> experiment);

    /**
     * Runs, from the store or trained.
     *
     * @return one a request, in their order; also those that diverged
     */
    List<Run> runs(TrainingData data, List<RunRequest> requests);

    /**
     * A grid of runs: each plan with several seeds.
     *
     * @param repeats runs of each plan; their seeds are the settings'
     * @return one a plan, in their order
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
