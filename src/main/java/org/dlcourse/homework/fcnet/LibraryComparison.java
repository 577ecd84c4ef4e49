package org.dlcourse.homework.fcnet;

import java.util.List;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.RunRequest;
import org.dlcourse.training.Implementation;

/** Trains the tuned network with DL4J's layers, with the same plan, initial weights and mini-batches. */
public record LibraryComparison() implements Experiment<LibraryComparison.Result> {
    /**
     * The result of the comparison.
     *
     * @param search that found the plan
     * @param byHand the exercise's network
     * @param byLibrary DL4J's
     */
    public record Result(HyperparameterSearch.Result search, Run byHand, Run byLibrary) {}

    @Override
    public Result conduct(Laboratory laboratory) {
        HyperparameterSearch.Result search = laboratory.result(new HyperparameterSearch());
        RunRequest byHand = search.best().run().request();
        RunRequest byLibrary = new RunRequest(byHand.plan().withImplementation(Implementation.DL4J), byHand.seed());
        return new Result(
                search,
                search.best().run(),
                laboratory.runs(search.data(), List.of(byLibrary)).get(0));
    }
}
