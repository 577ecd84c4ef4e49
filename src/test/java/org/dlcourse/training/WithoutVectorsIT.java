package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dlcourse.backend.Backend;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.kit.RunningProcess;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class WithoutVectorsIT {
    @TempDir
    private Path folder;

    /** Trains and evaluates a network with a convolution, and prints the backend. */
    static final class Train {
        private static final Architecture SMALL = new Architecture(
                "small",
                new Shape(1, 32, 32),
                List.of(new LayerSpec.Convolution(3, 3, 2), new LayerSpec.FullyConnected(10, true)));

        private Train() {}

        public static void main(String[] arguments) {
            TrainingPlan plan = new TrainingPlan(
                    SMALL,
                    Initialisation.PYTORCH,
                    Optimiser.Adam.defaults(),
                    50,
                    1,
                    Recording.every(1, Curve.VALIDATION_ACCURACY));
            TrainingResult result = new Trainer(plan, TinyData.of(100), 1).train(TrainingProgress.SILENT);
            System.out.println(
                    Backend.start() + ": " + result.curves().of(Curve.VALIDATION_ACCURACY).length + " evaluations");
        }
    }

    @Test
    void processWithoutJavasVectorsTrainsAndEvaluatesByOperations() throws Exception {
        RunningProcess process = ChildProcess.of(Train.class).withoutVectors().startIn(folder);

        assertThat(process.await()).as(process.output()).isZero();
        assertThat(process.output()).contains(": 2 evaluations").doesNotContain("on vectors");
    }
}
