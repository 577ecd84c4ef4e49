package org.dlcourse.experiment;

import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingProgress;
import org.dlcourse.training.TrainingResult;

/** What turns a request into a result. */
@FunctionalInterface
interface Training {
    /** The one that the course uses. */
    Training BY_TRAINER =
            (data, request, progress) -> new Trainer(request.plan(), data, request.seed()).train(progress);

    TrainingResult train(TrainingData data, RunRequest request, TrainingProgress progress);
}
