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
import org.dlcourse.training.TrainingPlan;

/**
 * Trains some variations on the tutorial's network, one run each, including those that diverge.
 *
 * @param variations in the order in which they are shown
 */
record Variations(List<Variation> variations) implements Experiment<Variations.Result> {
    /** Test accuracies that are no further from that of guessing count as chance. */
    static final double NEAR_CHANCE = 0.02;

    /**
     * A variation and its run.
     *
     * @param variation on the tutorial's network
     * @param run its result, with a point of the curves after every epoch
     */
    record Trial(Variation variation, Run run) {
        LearningCurves curves() {
            return run.result().curves();
        }

        /** Recorded epochs; fewer than planned if the run diverged. */
        int epochs() {
            return curves().steps().length;
        }

        boolean diverged() {
            return run.result().divergence().isPresent();
        }

        /** A curve's value after an epoch, from 1. */
        double after(int epoch, Curve curve) {
            return curves().of(curve)[epoch - 1];
        }

        TrainingPlan plan() {
            return run.request().plan();
        }
    }

    /**
     * The runs of some variations.
     *
     * @param scale of the plans and the data
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

        /** The run that the others are compared with: the base where it is among them, else the last. */
        Trial reference() {
            return trials.stream()
                    .filter(trial -> trial.variation() == Variation.BASE)
                    .findFirst()
                    .orElse(trials.get(trials.size() - 1));
        }

        /** The number of epochs that every run which did not diverge reached. */
        int commonEpochs() {
            return trials.stream()
                    .filter(trial -> !trial.diverged())
                    .mapToInt(Trial::epochs)
                    .min()
                    .orElseThrow();
        }

        int trainingImages() {
            return prepared.data().training().count();
        }

        int testImages() {
            return prepared.data().test().count();
        }

        /** A curve's value after the common epochs. */
        double atCommonEpochs(Variation variation, Curve curve) {
            return of(variation).after(commonEpochs(), curve);
        }

        /** Training accuracy minus test accuracy after the common epochs. */
        double gap(Variation variation) {
            return atCommonEpochs(variation, Curve.TRAINING_SET_ACCURACY)
                    - atCommonEpochs(variation, Curve.TEST_ACCURACY);
        }

        /** Whether a variation learnt nothing in the common epochs: it diverged, or its test accuracy is chance. */
        boolean learntNothing(Variation variation) {
            return of(variation).diverged()
                    || Math.abs(atCommonEpochs(variation, Curve.TEST_ACCURACY) - .1) <= NEAR_CHANCE;
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
