package org.dlcourse.homework.ann;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.MeanInterval;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.RunRequest;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingResult;

/**
 * Trains the five architectures several times each, with Adam's defaults, batches of 50 and no regularisation.
 *
 * <p>Full scale: 15 epochs and 10 repeats, a point of the curves every 10 steps.
 */
public record ArchitectureComparison() implements Experiment<ArchitectureComparison.Result> {
    private static final int BATCH_SIZE = 50;
    private static final int RECORD_EVERY = 10;

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

        private double[] meanCurve(java.util.function.Function<LearningCurves, double[]> curve) {
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
     * @param data what was learnt and tested on
     * @param architectures all repeats of each architecture, in the handout's order
     */
    public record Result(TrainingData data, List<Repeats> architectures) {
        /** The repeats of one architecture. */
        public Repeats of(Architecture architecture) {
            return architectures.stream()
                    .filter(repeats -> repeats.architecture().equals(architecture))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        TrainingData data = new GrayCifar10().conduct(laboratory);
        List<RunRequest> requests = new ArrayList<>();
        for (Architecture architecture : GrayCifarArchitectures.all()) {
            for (int repeat = 0; repeat < repeats(settings); repeat++) {
                requests.add(new RunRequest(plan(architecture, settings), settings.seed() + repeat));
            }
        }
        List<Run> runs = laboratory.runs(data, requests);
        return new Result(
                data,
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
        int epochs =
                switch (settings.scale()) {
                    case QUICK -> 8;
                    case FULL -> 15;
                };
        return new TrainingPlan(
                architecture, Initialisation.PYTORCH, Optimiser.Adam.defaults(), BATCH_SIZE, epochs, RECORD_EVERY);
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
