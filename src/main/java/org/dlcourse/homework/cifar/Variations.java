package org.dlcourse.homework.cifar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.RunRequest;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.TrainingPlan;

/**
 * Trains some variations on the tutorial's network with several seeds each, including those that diverge.
 *
 * @param variations in the order in which they are shown
 * @param size of the training set at quick scale
 */
record Variations(List<Variation> variations, TutorialCifar10.Size size) implements Experiment<Variations.Result> {
    /** Test accuracies that are no further from that of guessing count as chance. */
    static final double NEAR_CHANCE = 0.02;

    private static final int QUICK_SEEDS = 3;
    private static final int FULL_SEEDS = 1;

    /** On all training images of the scale. */
    Variations(List<Variation> variations) {
        this(variations, TutorialCifar10.Size.ALL);
    }

    /**
     * A variation and its runs, which differ in their seeds.
     *
     * @param variation on the tutorial's network
     * @param runs their results, with a point of the curves after every epoch
     */
    record Trial(Variation variation, List<Run> runs) {
        /** The run with the first seed. */
        Run run() {
            return runs.get(0);
        }

        /** Epochs that every run recorded; fewer than planned if one diverged. */
        int epochs() {
            return runs.stream()
                    .mapToInt(run -> run.result().curves().steps().length)
                    .min()
                    .orElseThrow();
        }

        /** Whether a run diverged. */
        boolean diverged() {
            return runs.stream().anyMatch(run -> run.result().divergence().isPresent());
        }

        /** A curve's value after an epoch, from 1: the mean over the seeds. */
        double after(int epoch, Curve curve) {
            return sample(variation.title(), epoch, curve).mean();
        }

        /** A curve's value after an epoch, from 1, by seed. */
        SeedSample sample(String name, int epoch, Curve curve) {
            return SeedSample.of(name, runs, run -> run.result().curves().of(curve)[epoch - 1]);
        }

        /** The mean of a curve over the seeds, for the epochs that all have. */
        double[] mean(Curve curve) {
            return IntStream.rangeClosed(1, epochs())
                    .mapToDouble(epoch -> after(epoch, curve))
                    .toArray();
        }

        TrainingPlan plan() {
            return run().request().plan();
        }

        /** Mean wall time of an epoch in seconds. */
        double secondsPerEpoch() {
            return runs.stream()
                            .mapToDouble(run -> run.provenance().seconds())
                            .average()
                            .orElseThrow()
                    / epochs();
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

        /** The run that the others are compared with: the tutorial's own settings where they are among them, else the last. */
        Trial reference() {
            return trials.stream()
                    .filter(trial -> REFERENCES.contains(trial.variation()))
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

        int seeds() {
            return trials.get(0).runs().size();
        }

        /** A curve's value after the common epochs: the mean over the seeds. */
        double atCommonEpochs(Variation variation, Curve curve) {
            return of(variation).after(commonEpochs(), curve);
        }

        /** A curve's value after the common epochs, by seed. */
        SeedSample sample(Variation variation, Curve curve) {
            return of(variation).sample(new VariationNames(this).of(variation), commonEpochs(), curve);
        }

        /** Training accuracy minus test accuracy after the common epochs, by seed. */
        SeedSample gaps(Variation variation) {
            SeedSample training = sample(variation, Curve.TRAINING_SET_ACCURACY);
            SeedSample test = sample(variation, Curve.TEST_ACCURACY);
            return new SeedSample(
                    training.name(),
                    training.seeds(),
                    IntStream.range(0, seeds())
                            .mapToDouble(i -> training.values()[i] - test.values()[i])
                            .toArray());
        }

        /** Training accuracy minus test accuracy after the common epochs: the mean over the seeds. */
        double gap(Variation variation) {
            return gaps(variation).mean();
        }

        /** How many runs of a variation learnt something in the common epochs: they did not diverge, and are not at chance. */
        long learners(Variation variation) {
            return of(variation).runs().stream().filter(this::learnt).count();
        }

        /** Whether no run of a variation learnt anything. */
        boolean learntNothing(Variation variation) {
            return learners(variation) == 0;
        }

        private boolean learnt(Run run) {
            double[] accuracies = run.result().curves().of(Curve.TEST_ACCURACY);
            return run.result().divergence().isEmpty() && accuracies[commonEpochs() - 1] - .1 > NEAR_CHANCE;
        }
    }

    private static final List<Variation> REFERENCES =
            List.of(Variation.BASE, Variation.BATCH_SIZE_4, Variation.NOT_AUGMENTED, Variation.CROSS_ENTROPY);

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        TutorialCifar10.Prepared prepared = laboratory.result(new TutorialCifar10(size));
        int images = prepared.data().training().count();
        int seeds = settings.repeats(QUICK_SEEDS, FULL_SEEDS);
        List<RunRequest> requests = new ArrayList<>();
        for (Variation variation : variations) {
            for (int seed = 0; seed < seeds; seed++) {
                requests.add(new RunRequest(variation.plan(settings.scale(), images), settings.seedOfRepeat(seed)));
            }
        }
        List<Run> runs = laboratory.runs(prepared.data(), requests);
        return new Result(
                settings.scale(),
                prepared,
                IntStream.range(0, variations.size())
                        .mapToObj(i -> new Trial(variations.get(i), runs.subList(i * seeds, (i + 1) * seeds)))
                        .toList());
    }
}
