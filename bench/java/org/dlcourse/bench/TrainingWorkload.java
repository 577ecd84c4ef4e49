package org.dlcourse.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dlcourse.dataset.Augmentation;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.homework.cifar.ColourCifarArchitectures;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.Shape;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Stopping;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingProgress;

/**
 * Times the handouts' training on random numbers, one line a workload: its name and the milliseconds of a step, the
 * evaluations among them.
 */
public final class TrainingWorkload {
    private static final LayerSpec RELU = new LayerSpec.Activation(ActivationFunction.RELU);
    private static final Architecture MNIST = new Architecture(
            "mnist",
            new Shape(1, 28, 28),
            List.of(
                    new LayerSpec.FullyConnected(128, true),
                    RELU,
                    new LayerSpec.FullyConnected(64, true),
                    RELU,
                    new LayerSpec.FullyConnected(10, true)));

    private static final int SCALING_PAIRS = 7;

    private static final int WARM_UP = 3;

    private final Architecture architecture;
    private final Optimiser optimiser;
    private final int batchSize;
    private final int steps;
    private final Recording recording;
    private final Optional<Augmentation> augmentation;

    private TrainingWorkload(
            Architecture architecture, Optimiser optimiser, int batchSize, int steps, Recording recording) {
        this(architecture, optimiser, batchSize, steps, recording, Optional.empty());
    }

    private TrainingWorkload(
            Architecture architecture,
            Optimiser optimiser,
            int batchSize,
            int steps,
            Recording recording,
            Optional<Augmentation> augmentation) {
        this.architecture = architecture;
        this.optimiser = optimiser;
        this.batchSize = batchSize;
        this.steps = steps;
        this.recording = recording;
        this.augmentation = augmentation;
    }

    /** Runs those whose names are given, or all. */
    public static void main(String[] names) {
        Map<String, TrainingWorkload> all = all();
        if (List.of(names).equals(List.of("names"))) {
            all.keySet().forEach(System.out::println);
            return;
        }
        if (List.of(names).equals(List.of("start-up"))) {
            all.get("tutorial batch 4").seconds(1);
            return;
        }
        if (List.of(names).equals(List.of("scaling"))) {
            all.forEach(TrainingWorkload::printScaling);
            return;
        }
        if (List.of(names).equals(List.of("augmentation"))) {
            TrainingWorkload plain = all.get("tutorial batch 4");
            // Neither is to be the one that warms up the other.
            plain.augmented().seconds(plain.steps);
            plain.print("as they are");
            plain.augmented().print("cropped, resized and flipped");
            return;
        }
        List<String> chosen = names.length == 0 ? List.copyOf(all.keySet()) : List.of(names);
        for (String name : chosen) {
            all.get(name).print(name);
        }
    }

    private void print(String name) {
        // What is compiled while it runs would make one of the runs longer. Java's compiler takes some ten seconds.
        seconds(WARM_UP * steps);
        // A run also costs its start and its end: the difference of two has neither.
        double shorter = seconds(steps / 2);
        double longer = seconds(steps / 2 + steps);
        System.out.printf(Locale.ROOT, "%s\t%.4f%n", name, 1e3 * (longer - shorter) / steps);
    }

    private TrainingWorkload augmented() {
        return new TrainingWorkload(
                architecture, optimiser, batchSize, steps, recording, Optional.of(Augmentation.defaults()));
    }

    private static Map<String, TrainingWorkload> all() {
        Map<String, TrainingWorkload> all = new LinkedHashMap<>();
        Recording every10 =
                Recording.every(10, Curve.TRAINING_LOSS, Curve.TRAINING_ACCURACY, Curve.VALIDATION_ACCURACY);
        for (Architecture architecture : GrayCifarArchitectures.all()) {
            all.put(
                    "ANN-3.1 " + architecture.name(),
                    new TrainingWorkload(
                            architecture,
                            Optimiser.Adam.defaults(),
                            50,
                            architecture.isConvolutional() ? 200 : 4_000,
                            every10));
        }
        Optimiser momentum = new Optimiser.Momentum(1e-3, 0.9);
        Recording atTheEnd = Recording.every(Integer.MAX_VALUE, Curve.TRAINING_LOSS);
        all.put(
                "tutorial batch 4",
                new TrainingWorkload(ColourCifarArchitectures.TUTORIAL, momentum, 4, 8_000, atTheEnd));
        all.put(
                "tutorial batch 1000",
                new TrainingWorkload(ColourCifarArchitectures.TUTORIAL, momentum, 1_000, 24, atTheEnd));
        all.put("MNIST batch 10", new TrainingWorkload(MNIST, new Optimiser.Sgd(.01), 10, 16_000, atTheEnd));
        return all;
    }

    /** How much more two threads train together than one alone: the median of pairs, because the machine's speed changes. */
    private static void printScaling(String name, TrainingWorkload workload) {
        if (!name.startsWith("ANN-3.1 cnn")) {
            return;
        }
        workload.seconds(workload.steps / 2);
        double[] ratios = new double[SCALING_PAIRS];
        for (int pair = 0; pair < SCALING_PAIRS; pair++) {
            double alone = workload.seconds(workload.steps);
            ratios[pair] = 2 * alone / workload.secondsOfTwo();
        }
        Arrays.sort(ratios);
        System.out.printf(Locale.ROOT, "%s\t%.2f%n", name, ratios[SCALING_PAIRS / 2]);
    }

    private double secondsOfTwo() {
        List<Trainer> trainers = List.of(trainer(steps), trainer(steps));
        long start = System.nanoTime();
        CompletableFuture<?>[] both = trainers.stream()
                .map(trainer -> CompletableFuture.runAsync(() -> trainer.train(TrainingProgress.SILENT)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(both).join();
        return (System.nanoTime() - start) / 1e9;
    }

    private double seconds(int count) {
        Trainer trainer = trainer(count);
        long start = System.nanoTime();
        trainer.train(TrainingProgress.SILENT);
        return (System.nanoTime() - start) / 1e9;
    }

    private Trainer trainer(int count) {
        TrainingPlan plan = new TrainingPlan(
                        architecture, Initialisation.PYTORCH, optimiser, batchSize, 1_000_000, recording)
                .withStopping(new Stopping.AfterSteps(count));
        return new Trainer(
                augmentation.map(plan::withAugmentation).orElse(plan),
                RandomData.of(architecture.input(), 2_000, 5_000),
                1);
    }
}
