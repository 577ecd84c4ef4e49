package org.dlcourse.homework.fcnet;

import java.util.List;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.RunRequest;
import org.dlcourse.training.Implementation;

/** The tuned network once more with DL4J's layers: the same plan, first weights and batches. */
public record LibraryComparison() implements Experiment<LibraryComparison.Result> {
    /**
     * What came out.
     *
     * @param search where the plan comes from
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
