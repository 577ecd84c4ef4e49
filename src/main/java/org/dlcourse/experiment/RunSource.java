package org.dlcourse.experiment;

import java.util.List;
import org.dlcourse.training.TrainingData;

/** Where the runs of an experiment come from. */
@FunctionalInterface
interface RunSource {
    /**
     * The runs of these requests.
     *
     * @return one a request, in their order
     */
    List<Run> runs(TrainingData data, List<RunRequest> requests);
}
