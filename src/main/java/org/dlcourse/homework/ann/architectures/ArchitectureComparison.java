package org.dlcourse.homework.ann.architectures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.ann.GrayCifar10;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/**
 * Trains the five architectures several times each, with Adam and without regularisation.
 *
 * <p>Full scale: Adam's default parameters, batches of 50, 15 epochs, 10 repeats, and a recorded point every 10 steps.
 */
public record ArchitectureComparison() implements Experiment<ArchitectureComparison.Result> {
    /**
     * The hyperparameters that depend on the scale.
     *
     * <p>Quick scale has batches of 16 and He's initial weights: with PyTorch's the loss of the deepest network begins to fall after
     * some 500 steps, or not at all, and with Xavier's later than with He's. With He's and a larger learning rate some of its units die
     * in the first steps.
     */
    private record Hyperparameters(
            Initialisation initialisation, Optimiser optimiser, int batchSize, int epochs, int recordEvery) {
        static Hyperparameters of(Scale scale) {
            return switch (scale) {
                case QUICK -> new Hyperparameters(Initialisation.KAIMING_NORMAL, Optimiser.Adam.defaults(), 16, 6, 30);
                case FULL -> new Hyperparameters(Initialisation.PYTORCH, Optimiser.Adam.defaults(), 50, 15, 10);
            };
        }
    }

    /**
     * The trained networks.
     *
     * @param scale at which they were trained
     * @param origin whether the images are real
     * @param data training, validation and test images
     * @param architectures all runs of each architecture, in the handout's order
     */
    public record Result(Scale scale, Origin origin, TrainingData data, List<Repeats> architectures) {
        /** Whether the images are a synthetic substitute for the real ones. */
        boolean isSynthetic() {
            return origin == Origin.SYNTHETIC;
        }

        /**
         * Whether these are the few real images of the quick scale, with which so short a training does not teach the networks enough to compare
         * them.
         */
        boolean areTooFewImages() {
            return scale == Scale.QUICK && !isSynthetic();
        }

        List<Repeats> perceptrons() {
            return architectures.stream()
                    .filter(repeats -> !repeats.architecture().isConvolutional())
                    .toList();
        }

        List<Repeats> convolutionalNetworks() {
            return architectures.stream()
                    .filter(repeats -> repeats.architecture().isConvolutional())
                    .toList();
        }

        /** The mean test accuracies of the two families, seed by seed. */
        SeedComparison families() {
            List<Long> seeds =
                    anyRuns().stream().map(run -> run.request().seed()).toList();
            return new SeedComparison(
                    "test accuracy",
                    new SeedSample(
                            "convolutional networks", seeds, bySeed(convolutionalNetworks(), DoubleStream::average)),
                    new SeedSample("perceptrons", seeds, bySeed(perceptrons(), DoubleStream::average)));
        }

        /** Pairs of a convolutional network and a perceptron with the same seed of which the first is not more accurate. */
        long notMoreAccurate() {
            return convolutionalNetworks().stream()
                    .flatMap(network -> perceptrons().stream()
                            .map(perceptron ->
                                    new SeedComparison("test accuracy", accuracies(network), accuracies(perceptron))))
                    .flatMapToDouble(comparison -> Arrays.stream(comparison.differences()))
                    .filter(difference -> !(difference > 0))
                    .count();
        }

        /** How many such pairs there are. */
        int pairs() {
            return convolutionalNetworks().size()
                    * perceptrons().size()
                    * anyRuns().size();
        }

        private static SeedSample accuracies(Repeats repeats) {
            return SeedSample.of(repeats.architecture().name(), repeats.runs(), run -> run.result()
                    .testAccuracy());
        }

        private static double[] bySeed(List<Repeats> family, Function<DoubleStream, OptionalDouble> choice) {
            return IntStream.range(0, family.get(0).runs().size())
                    .mapToDouble(seed -> choice.apply(family.stream()
                                    .mapToDouble(repeats ->
                                            repeats.runs().get(seed).result().testAccuracy()))
                            .orElseThrow())
                    .toArray();
        }

        /** The architecture with the highest test accuracy. */
        Repeats best() {
            return best(architectures);
        }

        /** The first of these architectures that has the highest test accuracy. */
        static Repeats best(List<Repeats> group) {
            return first(group, Comparator.comparing(Repeats::bestTestAccuracy).reversed());
        }

        /** The convolutional network with the lowest best test accuracy. */
        Repeats worstConvolutionalNetwork() {
            return first(convolutionalNetworks(), Comparator.comparing(Repeats::bestTestAccuracy));
        }

        Repeats fewestParameters() {
            return first(
                    architectures, Comparator.comparing(r -> r.architecture().parameterCount()));
        }

        Repeats mostParameters() {
            return first(
                    architectures, Comparator.comparing(r -> -r.architecture().parameterCount()));
        }

        /** The first architecture in this order, the handout's order deciding between equal ones. */
        Repeats first(Comparator<Repeats> order) {
            return first(architectures, order);
        }

        private static Repeats first(List<Repeats> group, Comparator<Repeats> order) {
            return group.stream().min(order).orElseThrow();
        }

        /** The runs that learnt nothing: their test accuracy is at most three standard errors above chance. */
        List<Run> atChance() {
            double limit =
                    ChanceLevel.upperEnd(data.test().classes(), data.test().count());
            return architectures.stream()
                    .flatMap(repeats -> repeats.runs().stream())
                    .filter(run -> run.result().testAccuracy() <= limit)
                    .toList();
        }

        /** The plan that all runs have in common, except for the architecture. */
        TrainingPlan plan() {
            return anyRuns().get(0).request().plan();
        }

        /** The number of runs per architecture in words. */
        String runCount() {
            int runs = anyRuns().size();
            return runs == 1 ? "1 run" : runs + " runs";
        }

        /** Scale, length, seeds and data, for captions. */
        String caption() {
            return new RunCaption(scale, data, anyRuns()).text();
        }

        private List<Run> anyRuns() {
            return architectures.get(0).runs();
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        GrayCifar10.Result images = laboratory.result(new GrayCifar10());
        return new Result(
                settings.scale(),
                images.origin(),
                images.data(),
                laboratory.grid(
                        images.data(),
                        GrayCifarArchitectures.all().stream()
                                .map(architecture -> plan(architecture, settings.scale()))
                                .toList(),
                        settings.repeats(5, 10)));
    }

    /**
     * The training of one architecture in the comparison.
     *
     * @param architecture the network
     * @param scale decides on batch size, epochs and recorded steps
     * @return plan with Adam, at full scale with its default parameters
     */
    public static TrainingPlan plan(Architecture architecture, Scale scale) {
        Hyperparameters hyperparameters = Hyperparameters.of(scale);
        return new TrainingPlan(
                architecture,
                hyperparameters.initialisation(),
                hyperparameters.optimiser(),
                hyperparameters.batchSize(),
                hyperparameters.epochs(),
                Recording.every(
                        hyperparameters.recordEvery(),
                        Curve.TRAINING_LOSS,
                        Curve.TRAINING_ACCURACY,
                        Curve.VALIDATION_ACCURACY));
    }
}
