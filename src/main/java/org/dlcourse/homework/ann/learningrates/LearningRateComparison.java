package org.dlcourse.homework.ann.learningrates;

import java.util.List;
import org.dlcourse.dataset.GrayScaling;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.ann.GrayCifar10;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.homework.ann.architectures.ArchitectureComparison;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.PlateauRule;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Schedule;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/**
 * Trains one architecture with three constant learning rates, and with a schedule that switches from one to the next.
 *
 * <p>Full scale: cnn_4, for which results are published, batches of 50, 20 epochs, 30 with the schedule, 3 repeats (the
 * handout asks for one). Quick scale: mlp_2 on 1,000 images with as many epochs and 5 repeats. Of the architectures other than mlp_1, which the
 * handout excludes, it is the only one that learns in the 400 steps of such a training with plain gradient descent.
 */
record LearningRateComparison() implements Experiment<LearningRateComparison.Result> {
    static final List<Double> LEARNING_RATES = List.of(0.1, 0.01, 0.001);

    /**
     * The rule for a switch. The patience and the smallest rise are choices; the run of the same seed that keeps the first learning rate shows
     * what a later switch would have changed.
     */
    static PlateauRule plateau(Scale scale) {
        return switch (scale) {
            case QUICK -> new PlateauRule(3, 0.01);
            case FULL -> new PlateauRule(2, 0.005);
        };
    }

    private static final int BATCH_SIZE = 50;

    /** The hyperparameters that depend on the scale. */
    private record Hyperparameters(int epochs, int epochsWithSchedule) {
        static Hyperparameters of(Scale scale) {
            return switch (scale) {
                case QUICK, FULL -> new Hyperparameters(20, 30);
            };
        }
    }

    /**
     * The trained networks.
     *
     * @param scale at which they were trained
     * @param data training, validation and test images
     * @param constant the runs with each learning rate, the largest first
     * @param scheduled the runs with the schedule, of the same seeds
     */
    record Result(Scale scale, TrainingData data, List<Repeats> constant, Repeats scheduled) {
        Architecture architecture() {
            return scheduled.architecture();
        }

        /** Recorded points of one epoch. */
        int pointsPerEpoch() {
            TrainingPlan plan = scheduled.plan();
            return plan.points(data.training().count()) / plan.epochs();
        }

        /** The runs with the schedule that switched at least once: only they show its effect. */
        Repeats switchedRuns() {
            return new Repeats(
                    scheduled.plan(),
                    scheduled.runs().stream()
                            .filter(run -> !run.result().rateChanges().isEmpty())
                            .toList());
        }

        /** The recorded numbers before the first switch, over all runs, that differ from those with the constant first learning rate. */
        int differencesBeforeTheSwitch() {
            int differences = 0;
            for (int repeat = 0; repeat < scheduled.runs().size(); repeat++) {
                Run run = scheduled.runs().get(repeat);
                LearningCurves expected =
                        constant.get(0).runs().get(repeat).result().curves();
                LearningCurves curves = run.result().curves();
                int lastStep = run.result().rateChanges().isEmpty()
                        ? Integer.MAX_VALUE
                        : run.result().rateChanges().get(0).afterStep();
                for (int point = 0; point < expected.steps().length && expected.steps()[point] <= lastStep; point++) {
                    for (Curve curve : curves.values().keySet()) {
                        differences += curves.of(curve)[point] == expected.of(curve)[point] ? 0 : 1;
                    }
                }
            }
            return differences;
        }

        PlateauRule plateauRule() {
            return plateau(scale);
        }

        /** Scale, length, seeds and data of the runs with a constant learning rate, for captions. */
        String caption() {
            return new RunCaption(scale, data, constant.get(0).runs()).text();
        }

        /** The same for the runs with the schedule. */
        String captionOfSchedule() {
            return new RunCaption(scale, data, scheduled.runs()).text();
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        Scale scale = laboratory.settings().scale();
        TrainingData data = data(laboratory);
        List<TrainingPlan> plans = List.of(
                constant(scale, LEARNING_RATES.get(0)),
                constant(scale, LEARNING_RATES.get(1)),
                constant(scale, LEARNING_RATES.get(2)),
                scheduled(scale));
        List<Repeats> runs = laboratory.grid(data, plans, laboratory.settings().repeats(5, 3));
        return new Result(scale, data, runs.subList(0, LEARNING_RATES.size()), runs.get(LEARNING_RATES.size()));
    }

    static TrainingPlan constant(Scale scale, double learningRate) {
        return plan(
                scale,
                learningRate,
                new Schedule.Constant(),
                Hyperparameters.of(scale).epochs());
    }

    static TrainingPlan scheduled(Scale scale) {
        Schedule schedule = new Schedule.OnPlateau(LEARNING_RATES.subList(1, LEARNING_RATES.size()), plateau(scale));
        return plan(
                scale,
                LEARNING_RATES.get(0),
                schedule,
                Hyperparameters.of(scale).epochsWithSchedule());
    }

    /** Adam on the same data: at full scale as in the comparison of architectures, at quick scale for as many epochs as with the schedule. */
    static TrainingPlan adam(Scale scale) {
        TrainingPlan constant = constant(scale, LEARNING_RATES.get(0));
        return switch (scale) {
            case QUICK ->
                new TrainingPlan(
                        constant.architecture(),
                        constant.initialisation(),
                        Optimiser.Adam.defaults(),
                        constant.batchSize(),
                        Hyperparameters.of(scale).epochsWithSchedule(),
                        constant.recording());
            case FULL -> ArchitectureComparison.plan(constant.architecture(), scale);
        };
    }

    /** The runs whose seeds also occur among the others. */
    static Repeats sameSeeds(Repeats repeats, Repeats others) {
        List<Long> seeds =
                others.runs().stream().map(run -> run.request().seed()).toList();
        return new Repeats(
                repeats.plan(),
                repeats.runs().stream()
                        .filter(run -> seeds.contains(run.request().seed()))
                        .toList());
    }

    static TrainingData data(Laboratory laboratory) {
        return laboratory
                .result(new GrayCifar10(GrayScaling.NORMALISED, GrayCifar10.Size.SMALL))
                .data();
    }

    private static TrainingPlan plan(Scale scale, double learningRate, Schedule schedule, int epochs) {
        Architecture architecture =
                switch (scale) {
                    case QUICK -> GrayCifarArchitectures.MLP_2;
                    case FULL -> GrayCifarArchitectures.CNN_4;
                };
        return new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(learningRate),
                schedule,
                BATCH_SIZE,
                epochs,
                Recording.every(10, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY));
    }
}
