package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.dlcourse.dataset.Augmentation;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.kit.RunningProcess;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.InputForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ManyRunsIT {
    private static final int RUNS = 50;

    /** The compiler, the threads' arenas and the store of what oneDNN has generated grow with the first some 75 runs, and then no more. */
    private static final int WARM_UP = 100;

    private static final long MIB = 1 << 20;

    /**
     * What a run of cnn_3 in batches of 50 allocates at least: the outputs of its first convolution and their gradient,
     * [50, 16, 30, 30] in single precision.
     */
    private static final long LEAST_OF_A_RUN = 2L * 50 * 16 * 30 * 30 * Float.BYTES;

    @TempDir
    private Path folder;

    @Test
    void fiftyRunsInOneProcessLeaveNoMemoryBehind() throws Exception {
        long control = growth("kept");

        assertThat(control).as("control: networks that are kept, MiB").isGreaterThan(RUNS * LEAST_OF_A_RUN / MIB);
        for (String mode : List.of("closed", "augmented")) {
            assertThat(growth(mode))
                    .as("%s: MiB more after %d runs; a fifth of a leak of what each allocates at least", mode, RUNS)
                    .isLessThan(RUNS * LEAST_OF_A_RUN / MIB / 5);
        }
    }

    private long growth(String mode) throws IOException, InterruptedException {
        // Vectors are for the optimising compiler alone. Java's heap has its size from the start, so that what grows is
        // memory outside of it.
        RunningProcess process = ChildProcess.of(Runs.class, mode)
                .withOptions("-XX:TieredStopAtLevel=4", "-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch")
                .startIn(folder);
        assertThat(process.await()).as(process.output()).isZero();
        return Long.parseLong(
                process.output().lines().reduce((first, last) -> last).orElseThrow());
    }

    /** Prints by how many MiB a process has grown with the runs after the first ones. */
    static final class Runs {
        private static final TrainingPlan PLAN = new TrainingPlan(
                        GrayCifarArchitectures.CNN_3,
                        Initialisation.PYTORCH,
                        Optimiser.Adam.defaults(),
                        50,
                        1,
                        Recording.every(1, Curve.TRAINING_LOSS))
                .withStopping(new Stopping.AfterSteps(1));

        private Runs() {}

        public static void main(String[] arguments) {
            TrainingData data = TinyData.of(100);
            TrainingPlan plan =
                    arguments[0].equals("augmented") ? PLAN.withAugmentation(Augmentation.defaults()) : PLAN;
            List<TrainableNetwork> kept = new ArrayList<>();
            for (int run = 0; run < WARM_UP; run++) {
                new Trainer(plan, data, run + 1).train(TrainingProgress.SILENT);
            }
            long before = physicalMiB();
            for (int run = 0; run < RUNS; run++) {
                new Trainer(plan, data, run + 1).train(TrainingProgress.SILENT);
                if (arguments[0].equals("kept")) {
                    TrainableNetwork network = Networks.create(PLAN, run + 1);
                    network.step(new ExampleBatches(data.training(), InputForm.IMAGES).batch(new int[50]));
                    kept.add(network);
                }
            }
            long growth = physicalMiB() - before;
            kept.forEach(TrainableNetwork::close);
            System.out.println(growth);
        }

        /** Of live objects and of all that is not Java's heap. */
        private static long physicalMiB() {
            System.gc();
            return (Pointer.physicalBytes() - Runtime.getRuntime().freeMemory()) / MIB;
        }
    }
}
