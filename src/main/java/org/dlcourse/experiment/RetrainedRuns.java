package org.dlcourse.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.experiment.ChosenRuns.Chosen;
import org.dlcourse.training.TrainingData;

/** Trains chosen runs again and ends the experiment when all of them are done; others are served as always. */
final class RetrainedRuns implements RunSource {
    private final ChosenRuns chosen;
    private final RunScheduler again;
    private final RunScheduler others;
    private final Set<Chosen> done = new HashSet<>();

    /**
     * Describes what is done.
     *
     * @param again on a store of its own
     */
    RetrainedRuns(ChosenRuns chosen, RunScheduler again, RunScheduler others) {
        this.chosen = chosen;
        this.again = again;
        this.others = others;
    }

    /** All chosen runs were trained, so that nothing else of the experiment is of interest. */
    static final class AllTrainedException extends RuntimeException {
        AllTrainedException() {
            super("All chosen runs were trained again.", null, false, false);
        }
    }

    @Override
    public synchronized List<Run> runs(TrainingData data, List<RunRequest> requests) {
        String dataSha256 = data.sha256();
        List<RunRequest> wanted = requests.stream()
                .filter(request -> chosen.runs().contains(new Chosen(request, dataSha256)))
                .distinct()
                .toList();
        List<Run> trained = again.runAll(data, wanted);
        wanted.forEach(request -> done.add(new Chosen(request, dataSha256)));
        if (done.containsAll(chosen.runs())) {
            throw new AllTrainedException();
        }
        List<RunRequest> rest =
                requests.stream().filter(request -> !wanted.contains(request)).toList();
        Map<RunRequest, Run> byRequest = Stream.concat(trained.stream(), others.runAll(data, rest).stream())
                .collect(Collectors.toMap(Run::request, Function.identity(), (first, second) -> first));
        return requests.stream().map(byRequest::get).toList();
    }
}
