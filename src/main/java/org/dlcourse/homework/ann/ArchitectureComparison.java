package org.dlcourse.homework.ann;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.MeanInterval;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.RunRequest;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingResult;

/**
 * Trains the five architectures several times each, with Adam's defaults and no regularisation.
 *
 * <p>Full scale: batches of 50, 15 epochs and 10 repeats, a point of the curves every 10 steps.
 */
public record ArchitectureComparison() implements Experiment<ArchitectureComparison.Result> {
    /**
     * How long and how finely a network is trained.
     *
     * <p>Quick scale takes batches of 10, which the handout allows where computing power is short: the deepest network
     * stands still for some 500 steps before it learns, however many images a step has.
     */
    private record Pace(int batchSize, int epochs, int recordEvery) {
        static Pace of(Scale scale) {
            return switch (scale) {
                case QUICK -> new Pace(10, 5, 50);
                case FULL -> new Pace(50, 15, 10);
            };
        }
    }

    /**
     * All runs of one architecture.
     *
     * @param architecture what was trained
     * @param runs one a repeat, each with its own seed
     */
    public record Repeats(Architecture architecture, List<Run> runs) {
        /** The run with the best test accuracy, the first of equal ones. */
        public Run best() {
            return runs.stream()
                    .max(Comparator.comparingDouble((Run run) -> run.result().testAccuracy())
                            .thenComparing(run -> -run.request().seed()))
                    .orElseThrow();
        }

        /** The handout's number: the best test accuracy among the repeats. */
        public double bestTestAccuracy() {
            return best().result().testAccuracy();
        }

        public MeanInterval testAccuracy() {
            return mean(TrainingResult::testAccuracy);
        }

        public MeanInterval validationAccuracy() {
            return mean(TrainingResult::validationAccuracy);
        }

        /** Of the trained networks on the whole training set. */
        public MeanInterval trainingAccuracy() {
            return mean(TrainingResult::trainingAccuracy);
        }

        /** Mean wall time of a run in seconds. */
        public double seconds() {
            return runs.stream()
                    .mapToDouble(run -> run.provenance().seconds())
                    .average()
                    .orElseThrow();
        }

        /** The mean of the curves, point by point. */
        public LearningCurves meanCurves() {
            return new LearningCurves(
                    runs.get(0).result().curves().steps(),
                    meanCurve(LearningCurves::trainingLoss),
                    meanCurve(LearningCurves::trainingAccuracy),
                    meanCurve(LearningCurves::validationAccuracy));
        }

        private MeanInterval mean(ToDoubleFunction<TrainingResult> value) {
            return MeanInterval.of(
                    runs.stream().map(Run::result).mapToDouble(value).toArray());
        }

        private double[] meanCurve(Function<LearningCurves, double[]> curve) {
            List<double[]> curves =
                    runs.stream().map(run -> curve.apply(run.result().curves())).toList();
            return IntStream.range(0, curves.get(0).length)
                    .mapToDouble(point -> curves.stream()
                            .mapToDouble(values -> values[point])
                            .average()
                            .orElseThrow())
                    .toArray();
        }
    }

    /**
     * What the comparison found.
     *
     * @param scale at which the networks were trained
     * @param origin whether the images are real
     * @param data what was learnt and tested on
     * @param architectures all repeats of each architecture, in the handout's order
     */
    public record Result(Scale scale, Origin origin, TrainingData data, List<Repeats> architectures) {
        /** Whether the images are a stand-in for the real ones. */
        boolean isSynthetic() {
            return origin == Origin.SYNTHETIC;
        }

        /** The architecture with the highest test accuracy. */
        Repeats best() {
            return architectures.stream()
                    .max(Comparator.comparingDouble(Repeats::bestTestAccuracy))
                    .orElseThrow();
        }

        /** The lowest of the convolutional networks' best test accuracies. */
        double lowestConvolutional() {
            return testAccuracies(true).min().orElseThrow();
        }

        /** The highest of the perceptrons' best test accuracies. */
        double highestPerceptron() {
            return testAccuracies(false).max().orElseThrow();
        }

        /** The runs that did not learn: their test accuracy is within three standard errors of chance. */
        List<Run> atChance() {
            double chance = 1.0 / data.test().classes();
            double band = 3 * Math.sqrt(chance * (1 - chance) / data.test().count());
            return architectures.stream()
                    .flatMap(repeats -> repeats.runs().stream())
                    .filter(run -> run.result().testAccuracy() <= chance + band)
                    .toList();
        }

        /** The plan of all runs but for their architecture. */
        TrainingPlan plan() {
            return anyRuns().get(0).request().plan();
        }

        /** How many runs an architecture has, in words. */
        String repeatsText() {
            int repeats = anyRuns().size();
            return repeats == 1 ? "1 run" : repeats + " runs";
        }

        /** Scale, length, seeds and data, for captions. */
        String circumstances() {
            return String.format(
                    Locale.ROOT,
                    "At %s scale: batches of %d, %d epochs, seed%s. Data: %s.",
                    scale,
                    plan().batchSize(),
                    plan().epochs(),
                    seeds(),
                    data.description());
        }

        private String seeds() {
            long first = anyRuns().get(0).request().seed();
            long last = anyRuns().get(anyRuns().size() - 1).request().seed();
            return first == last ? " " + first : "s " + first + " to " + last;
        }

        private List<Run> anyRuns() {
            return architectures.get(0).runs();
        }

        private DoubleStream testAccuracies(boolean convolutional) {
            return architectures.stream()
                    .filter(repeats -> repeats.architecture().isConvolutional() == convolutional)
                    .mapToDouble(Repeats::bestTestAccuracy);
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        GrayCifar10.Prepared prepared = laboratory.result(new GrayCifar10());
        List<RunRequest> requests = new ArrayList<>();
        for (Architecture architecture : GrayCifarArchitectures.all()) {
            for (int repeat = 0; repeat < repeats(settings); repeat++) {
                requests.add(new RunRequest(plan(architecture, settings), settings.seedOfRepeat(repeat)));
            }
        }
        List<Run> runs = laboratory.runs(prepared.data(), requests);
        return new Result(
                settings.scale(),
                prepared.origin(),
                prepared.data(),
                GrayCifarArchitectures.all().stream()
                        .map(architecture -> new Repeats(
                                architecture,
                                runs.stream()
                                        .filter(run -> run.request()
                                                .plan()
                                                .architecture()
                                                .equals(architecture))
                                        .toList()))
                        .toList());
    }

    private static TrainingPlan plan(Architecture architecture, CourseSettings settings) {
        Pace pace = Pace.of(settings.scale());
        return new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                Optimiser.Adam.defaults(),
                pace.batchSize(),
                pace.epochs(),
                pace.recordEvery());
    }

    private static int repeats(CourseSettings settings) {
        return settings.repeats()
                .orElse(
                        switch (settings.scale()) {
                            case QUICK -> 3;
                            case FULL -> 10;
                        });
    }
}
