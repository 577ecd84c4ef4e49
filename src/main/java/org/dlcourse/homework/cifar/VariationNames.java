package org.dlcourse.homework.cifar;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.util.DecimalNotation;

/**
 * Names of variations that are shown together: what is trained, and the setting in which runs of the same network differ.
 *
 * @param result the runs
 */
record VariationNames(Variations.Result result) {
    String of(Variation variation) {
        TrainingPlan plan = result.of(variation).plan();
        String title = variation.title();
        List<TrainingPlan> others = others(variation);
        if (others.stream().anyMatch(other -> !other.objective().equals(plan.objective()))) {
            return plan.objective().loss().title();
        }
        if (differs(others, plan, TrainingPlan::augmentation)) {
            return title;
        }
        if (differs(others, plan, TrainingPlan::batchSize)) {
            return String.format(Locale.ROOT, "batch size %,d", plan.batchSize());
        }
        if (differs(others, plan, one -> one.optimiser().learningRate())) {
            String rate = "learning rate " + DecimalNotation.of(plan.optimiser().learningRate());
            return isAlone(plan) ? rate : title + " at " + rate;
        }
        return title;
    }

    String atStartOfSentence(Variation variation) {
        String name = of(variation);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Whether all runs are of one architecture, which then needs no name. */
    private boolean isAlone(TrainingPlan plan) {
        return result.trials().stream().map(Trial::plan).allMatch(other -> other.architecture()
                .equals(plan.architecture()));
    }

    /** The plans of other variations with the same architecture. */
    private List<TrainingPlan> others(Variation variation) {
        TrainingPlan plan = result.of(variation).plan();
        return result.trials().stream()
                .filter(trial -> trial.variation() != variation)
                .map(Trial::plan)
                .filter(other -> other.architecture().equals(plan.architecture()))
                .toList();
    }

    private static boolean differs(
            List<TrainingPlan> others, TrainingPlan plan, Function<TrainingPlan, Object> setting) {
        return others.stream().map(setting).anyMatch(value -> !value.equals(setting.apply(plan)));
    }
}
