package org.dlcourse.homework.ann.learningrates;

import java.util.List;
import org.dlcourse.dataset.GrayScaling;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.homework.ann.GrayCifar10;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.homework.ann.architectures.ArchitectureComparison;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.PlateauRule;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Schedule;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/**
 * Trains one architecture with three constant learning rates, and with a schedule that goes from one to the next.
 *
 * <p>Full scale: cnn_4, for which results are published, batches of 50, 20 epochs, 30 with the schedule, 3 repeats (the
 * handout asks for one). Quick scale: mlp_2 on 1,000 images, which teach it something at every rate and on which its
 * validation accuracy comes to a plateau, with three times as many epochs.
 */
public record LearningRateComparison() implements Experiment<LearningRateComparison.Result> {
    static final List<Double> RATES = List.of(0.1, 0.01, 0.001);

    /**
     * The rule by which a rate's accuracy has stopped rising: a choice, like any patience. What a longer wait would have
     * brought shows in the run of the same seed that keeps the first rate.
     */
    static PlateauRule plateau(Scale scale) {
        return switch (scale) {
            case QUICK -> new PlateauRule(10, 0.01);
            case FULL -> new PlateauRule(2, 0.005);
        };
    }

    private static final int BATCH_SIZE = 50;

    private record Pace(int epochs, int epochsWithSchedule) {
        static Pace of(Scale scale) {
            return switch (scale) {
                case QUICK -> new Pace(60, 90);
                case FULL -> new Pace(20, 30);
            };
        }
    }

    /**
     * What the comparison found.
     *
     * @param scale at which the networks were trained
     * @param data what was learnt and tested on
     * @param constant the runs of each rate, largest first
     * @param scheduled the runs with the schedule, of the same seeds
     */
    public record Result(Scale scale, TrainingData data, List<Repeats> constant, Repeats scheduled) {
        Architecture architecture() {
            return scheduled.architecture();
        }

        /** Recorded points of one epoch. */
        int pointsOfAnEpoch() {
            TrainingPlan plan = scheduled.plan();
            return plan.points(data.training().count()) / plan.epochs();
        }

        PlateauRule scheduledRule() {
            return plateau(scale);
        }

        String circumstances() {
            return new RunCaption(scale, data, constant.get(0).runs()).text();
        }

        String circumstancesOfSchedule() {
            return new RunCaption(scale, data, scheduled.runs()).text();
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        Scale scale = laboratory.settings().scale();
        TrainingData data = data(laboratory);
        List<TrainingPlan> plans = List.of(
                constant(scale, RATES.get(0)),
                constant(scale, RATES.get(1)),
                constant(scale, RATES.get(2)),
                scheduled(scale));
        List<Repeats> runs = laboratory.grid(data, plans, laboratory.settings().repeats(3, 3));
        return new Result(scale, data, runs.subList(0, RATES.size()), runs.get(RATES.size()));
    }

    static TrainingPlan constant(Scale scale, double rate) {
        return plan(scale, rate, new Schedule.Constant(), Pace.of(scale).epochs());
    }

    static TrainingPlan scheduled(Scale scale) {
        Schedule schedule = new Schedule.OnPlateau(RATES.subList(1, RATES.size()), plateau(scale));
        return plan(scale, RATES.get(0), schedule, Pace.of(scale).epochsWithSchedule());
    }

    /** Adam on the same data: at full scale as in the comparison of architectures, at quick scale as long as a rate. */
    static TrainingPlan adam(Scale scale) {
        TrainingPlan constant = constant(scale, RATES.get(0));
        return switch (scale) {
            case QUICK ->
                new TrainingPlan(
                        constant.architecture(),
                        constant.initialisation(),
                        Optimiser.Adam.defaults(),
                        constant.batchSize(),
                        constant.epochs(),
                        constant.recording());
            case FULL -> ArchitectureComparison.plan(constant.architecture(), scale);
        };
    }

    static TrainingData data(Laboratory laboratory) {
        return laboratory
                .result(new GrayCifar10(GrayScaling.NORMALISED, GrayCifar10.Size.SMALL))
                .data();
    }

    private static TrainingPlan plan(Scale scale, double rate, Schedule schedule, int epochs) {
        Architecture architecture =
                switch (scale) {
                    case QUICK -> GrayCifarArchitectures.MLP_2;
                    case FULL -> GrayCifarArchitectures.CNN_4;
                };
        return new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(rate),
                schedule,
                BATCH_SIZE,
                epochs,
                Recording.every(10, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY));
    }
}
