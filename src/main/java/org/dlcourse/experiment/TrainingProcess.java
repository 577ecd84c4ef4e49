package org.dlcourse.experiment;

import org.dlcourse.backend.Backend;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingProgress;
import org.dlcourse.training.TrainingResult;

/**
 * A process that trains networks.
 *
 * @param identity what determines the bits of what it trains
 * @param machine the computer and the Java that it runs on
 */
public record TrainingProcess(RunIdentity identity, Machine machine) {
    /** This process. */
    public static TrainingProcess ofThisOne() {
        return new TrainingProcess(new RunIdentity(CodeVersion.ofProcess(), Backend.start()), Machine.ofProcess());
    }

    /**
     * Trains one network in the calling thread.
     *
     * @return the result, with the key that this process gives the run
     * @throws RuntimeException why there is no result
     */
    public TrainedRun train(TrainingData data, RunRequest request, TrainingProgress progress) {
        return train(Training.BY_TRAINER, data, request, progress);
    }

    TrainedRun train(Training training, TrainingData data, RunRequest request, TrainingProgress progress) {
        long start = System.nanoTime();
        TrainingResult result = training.train(data, request, progress);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new TrainedRun(identity.key(request, data.sha256()), result, this, seconds);
    }
}
