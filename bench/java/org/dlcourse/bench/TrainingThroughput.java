package org.dlcourse.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlcourse.backend.Backend;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.homework.cifar.ColourCifarArchitectures;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Stopping;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingProgress;

/**
 * Images a second in training, on whatever the build computes on: one line a network and batch size, its name, the batch size and
 * the rate. {@code bench/pytorch/training_throughput.py} does the same work.
 */
public final class TrainingThroughput {
    private static final int IMAGES = 10_000;
    private static final int[] BATCHES = {50, 1_000};
    private static final double LEAST_SECONDS = 5;

    private TrainingThroughput() {}

    public static void main(String[] arguments) {
        System.err.println(Backend.start());
        for (Architecture architecture : architectures()) {
            TrainingData data = RandomData.of(architecture.input(), IMAGES, 10);
            for (int batch : BATCHES) {
                System.out.printf(
                        Locale.ROOT, "%s\t%d\t%.0f%n", architecture.name(), batch, rate(architecture, data, batch));
            }
        }
    }

    /** A run also costs its start and its end, which the difference of two runs has not. */
    private static double rate(Architecture architecture, TrainingData data, int batch) {
        int steps = 2;
        double shorter = seconds(architecture, data, batch, steps);
        while (true) {
            double longer = seconds(architecture, data, batch, 3 * steps);
            shorter = Math.min(shorter, seconds(architecture, data, batch, steps));
            if (longer - shorter >= LEAST_SECONDS) {
                return 2.0 * steps * batch / (longer - shorter);
            }
            steps *= 2;
            shorter = Double.MAX_VALUE;
        }
    }

    private static double seconds(Architecture architecture, TrainingData data, int batch, int steps) {
        TrainingPlan plan = new TrainingPlan(
                        architecture,
                        Initialisation.PYTORCH,
                        Optimiser.Adam.defaults(),
                        batch,
                        1_000_000,
                        Recording.every(Integer.MAX_VALUE, Curve.TRAINING_LOSS))
                .withStopping(new Stopping.AfterSteps(steps));
        Trainer trainer = new Trainer(plan, data, 1);
        long start = System.nanoTime();
        trainer.train(TrainingProgress.SILENT);
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<Architecture> architectures() {
        List<Architecture> all = new ArrayList<>(GrayCifarArchitectures.all());
        all.add(ColourCifarArchitectures.TUTORIAL);
        return all;
    }
}
