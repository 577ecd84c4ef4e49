package org.dlcourse.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dlcourse.backend.Backend;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Shape;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TinyData;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/** A grid of small runs as a process of its own, to be killed, starved and doubled. */
final class GridProcess {
    /** Runs whose files are some kB. */
    static final int SMALL = 60;
    /** Runs whose files are some 400 kB, for their weights. */
    static final int LARGE = 2;

    private static final Architecture CONVOLUTION = new Architecture(
            "tiny",
            new Shape(1, 32, 32),
            List.of(new Convolution(3, 3, 2), new MaxPooling(4), new FullyConnected(10, true)));

    private GridProcess() {}

    public static void main(String[] arguments) {
        run(Path.of(arguments[0]));
    }

    static List<Run> run(Path results) {
        TrainingData data = TinyData.of(100);
        List<RunRequest> requests = Stream.concat(
                        requests(CONVOLUTION, SMALL), requests(GrayCifarArchitectures.MLP_1, LARGE))
                .toList();
        RunIdentity identity = new RunIdentity(CodeVersion.ofProcess(), Backend.start());
        return new RunScheduler(new RunStore(results), identity, 2, Duration.ofMinutes(5)).runAll(data, requests);
    }

    private static Stream<RunRequest> requests(Architecture architecture, int repeats) {
        TrainingPlan plan = new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                Optimiser.Adam.defaults(),
                50,
                2,
                Recording.every(1, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY));
        return LongStream.rangeClosed(1, repeats).mapToObj(seed -> new RunRequest(plan, seed));
    }
}
