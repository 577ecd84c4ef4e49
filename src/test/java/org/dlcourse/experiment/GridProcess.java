package org.dlcourse.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.dlcourse.backend.Backend;
import org.dlcourse.model.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TinyData;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/** A small grid of runs as a process of its own, to be killed. */
final class GridProcess {
    private GridProcess() {}

    public static void main(String[] arguments) {
        run(Path.of(arguments[0]));
    }

    static List<Run> run(Path results) {
        TrainingData data = TinyData.of(300);
        TrainingPlan plan = new TrainingPlan(
                GrayCifarArchitectures.CNN_3,
                Initialisation.PYTORCH,
                Optimiser.Adam.defaults(),
                50,
                4,
                Recording.every(5, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY));
        List<RunRequest> requests = LongStream.rangeClosed(1, 6)
                .mapToObj(seed -> new RunRequest(plan, seed))
                .toList();
        RunIdentity identity = new RunIdentity(CodeVersion.ofProcess(), Backend.start());
        return new RunScheduler(new RunStore(results), identity, 2).runAll(data, requests);
    }
}
