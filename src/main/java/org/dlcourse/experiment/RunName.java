package org.dlcourse.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dlcourse.dataset.Augmentation;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.Loss;
import org.dlcourse.model.Objective;
import org.dlcourse.training.Implementation;
import org.dlcourse.training.Schedule;
import org.dlcourse.training.Stopping;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.util.DecimalNotation;

/**
 * The name of a run on the console and in messages: network, optimiser with its learning rate, batch size, epochs and seed, and of the
 * rest what differs from most plans.
 *
 * @param request what is named
 */
record RunName(RunRequest request) {
    /** Such as {@code cnn_3 (Adam 0.001, batches of 50, 15 epochs, seed 449)}. */
    @Override
    public String toString() {
        TrainingPlan plan = request.plan();
        List<String> words = new ArrayList<>();
        words.add(plan.optimiser().notation());
        schedule(plan.schedule(), words);
        words.add("batches of " + plan.batchSize());
        words.add(plan.epochs() == 1 ? "1 epoch" : plan.epochs() + " epochs");
        stopping(plan.stopping(), words);
        objective(plan.objective(), words);
        if (plan.initialisation() != Initialisation.PYTORCH) {
            words.add(plan.initialisation().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " weights");
        }
        plan.augmentation().ifPresent(augmentation -> words.add("augmented" + parameters(augmentation)));
        if (!plan.implementation().equals(Implementation.ND4J_OPERATIONS)) {
            words.add(plan.implementation().name());
        }
        words.add("seed " + request.seed());
        return plan.architecture().name() + " (" + String.join(", ", words) + ")";
    }

    private static void schedule(Schedule schedule, List<String> words) {
        if (schedule instanceof Schedule.Decay decay) {
            words.add("decay " + DecimalNotation.of(decay.factor()));
        } else if (schedule instanceof Schedule.WarmUpCosine cosine) {
            words.add("warm-up " + cosine.warmUp());
        } else if (schedule instanceof Schedule.OnPlateau plateau) {
            words.add(plateau.nextRates().stream()
                    .map(DecimalNotation::of)
                    .collect(Collectors.joining(
                            ", ", "then ", " on plateaus of " + plateau.rule().patience())));
        }
    }

    private static void stopping(Stopping stopping, List<String> words) {
        if (stopping instanceof Stopping.AfterSteps steps) {
            words.add("at most " + steps.steps() + " steps");
        } else if (stopping instanceof Stopping.WhenLossIsFlat flat) {
            words.add("until the loss falls by less than " + DecimalNotation.of(flat.leastDecrease()));
        }
    }

    private static void objective(Objective objective, List<String> words) {
        if (objective.loss() != Loss.CROSS_ENTROPY) {
            words.add(objective.loss().title());
        }
        if (objective.penalty() > 0) {
            words.add("penalty " + DecimalNotation.of(objective.penalty()));
        }
        if (objective.smoothing() > 0) {
            words.add("smoothing " + DecimalNotation.of(objective.smoothing()));
        }
    }

    private static String parameters(Augmentation augmentation) {
        return augmentation.equals(Augmentation.defaults())
                ? ""
                : " (" + augmentation.smallestArea() + ", " + augmentation.widestAspect() + ", "
                        + augmentation.flipProbability() + ")";
    }
}
