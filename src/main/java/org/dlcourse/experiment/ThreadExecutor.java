package org.dlcourse.experiment;

import java.util.List;
import org.dlcourse.training.TrainingData;

/** Trains in the threads of this process that ask for it. */
record ThreadExecutor(TrainingProcess process, int capacity, Training training) implements RunExecutor {
    @Override
    public List<TrainingProcess> processes() {
        return List.of(process);
    }

    @Override
    public TrainedRun train(TrainingData data, RunRequest request, RunProgress progress) {
        return process.train(training, data, request, progress);
    }
}
