package org.dlcourse.homework.cifar;

import java.util.List;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.RunRequest;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Some variations on the tutorial's network, one run each, also those that diverge.
 *
 * @param variations which, in the order in which they are shown
 */
record Variations(List<Variation> variations) implements Experiment<Variations.Result> {
    /**
     * One variation's run.
     *
     * @param variation which
     * @param run what came out
     */
    record Trial(Variation variation, Run run) {
        LearningCurves curves() {
            return run.result().curves();
        }

        /** Epochs that were recorded; fewer than planned if the run diverged. */
        int epochs() {
            return curves().steps().length;
        }

        boolean diverged() {
            return run.result().divergence().isPresent();
        }

        /** A curve's value after so many epochs. */
        double after(int epoch, Curve curve) {
            return curves().of(curve)[epoch - 1];
        }
    }

    /**
     * What was found.
     *
     * @param scale at which it was made
     * @param prepared images and data
     * @param trials in the order of the variations
     */
    record Result(Scale scale, TutorialCifar10.Prepared prepared, List<Trial> trials) {
        Trial of(Variation variation) {
            return trials.stream()
                    .filter(trial -> trial.variation() == variation)
                    .findFirst()
                    .orElseThrow();
        }

        /** What the others are compared with: the base where it is among them, else the last. */
        Trial comparedWith() {
            return trials.stream()
                    .filter(trial -> trial.variation() == Variation.BASE)
                    .findFirst()
                    .orElse(trials.get(trials.size() - 1));
        }

        /** Epochs that all runs which did not diverge have in common. */
        int commonEpochs() {
            return trials.stream()
                    .filter(trial -> !trial.diverged())
                    .mapToInt(Trial::epochs)
                    .min()
                    .orElseThrow();
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        TutorialCifar10.Prepared prepared = laboratory.result(new TutorialCifar10());
        int images = prepared.data().training().count();
        List<Run> runs = laboratory.runs(
                prepared.data(),
                variations.stream()
                        .map(variation ->
                                new RunRequest(variation.plan(settings.scale(), images), settings.seedOfRepeat(0)))
                        .toList());
        return new Result(
                settings.scale(),
                prepared,
                variations.stream()
                        .map(variation -> new Trial(variation, runs.get(variations.indexOf(variation))))
                        .toList());
    }
}
