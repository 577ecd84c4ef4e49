package org.dlcourse.homework.cifar;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.util.DecimalNotation;

/**
 * Names of runs that are shown together; that of the tutorial network is the setting in which the others differ from it.
 *
 * @param result the runs
 */
record VariationNames(Variations.Result result) {
    String of(Variation variation) {
        return variation == Variation.BASE ? ofBase() : variation.title();
    }

    String atStartOfSentence(Variation variation) {
        String name = of(variation);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private String ofBase() {
        TrainingPlan base = result.of(Variation.BASE).plan();
        if (differs(base, TrainingPlan::batchSize)) {
            return "batch size " + base.batchSize() + " (tutorial)";
        }
        if (differs(base, plan -> plan.optimiser().learningRate())) {
            return "learning rate " + DecimalNotation.of(base.optimiser().learningRate()) + " (tutorial)";
        }
        if (differs(base, TrainingPlan::augmentation)) {
            return "without augmentation (tutorial)";
        }
        if (differs(base, TrainingPlan::objective)) {
            return base.objective().loss().title() + " (tutorial)";
        }
        return Variation.BASE.title();
    }

    /** Whether another run of the same architecture differs from the base in a setting. */
    private boolean differs(TrainingPlan base, Function<TrainingPlan, Object> setting) {
        List<TrainingPlan> others = result.trials().stream()
                .map(Trial::plan)
                .filter(plan -> plan.architecture().equals(base.architecture()))
                .toList();
        return others.stream().anyMatch(other -> !setting.apply(other).equals(setting.apply(base)));
    }
}
