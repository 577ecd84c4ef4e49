package org.dlcourse.experiment;

import java.util.List;
import org.dlcourse.training.TrainingData;

/**
 * Where runs are trained: in threads of this process, or on a cluster's machines.
 *
 * <p>It only trains. What is kept, found again, given up or recorded as failed is the {@link RunScheduler}'s, and is the same
 * everywhere.
 */
public interface RunExecutor {
    /** How many networks are trained at a time now; on a cluster it changes as machines come and go. */
    int capacity();

    /**
     * The processes that train, as far as they are known.
     *
     * @return at least one; a run that is kept as any of them would have trained it is not trained again
     */
    List<TrainingProcess> processes();

    /**
     * Trains one network, and returns when that is done. As many threads as the capacity call it at a time, all with the same data.
     *
     * @param progress is told how far the run has come
     * @return what came out, and which process trained
     * @throws InterruptedException if the run was given up
     * @throws RuntimeException why there is no result
     */
    TrainedRun train(TrainingData data, RunRequest request, RunProgress progress) throws InterruptedException;
}
