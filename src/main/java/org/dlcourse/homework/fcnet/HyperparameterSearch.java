package org.dlcourse.homework.fcnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.RunRequest;
import org.dlcourse.experiment.SealedTestSet;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.TrainingData;
import org.dlcourse.util.SeededRandom;

/**
 * A random search over four hyper-parameters from coarse to fine, by validation accuracy only; the best plan is tested once, and
 * compared with the default over several seeds.
 */
public record HyperparameterSearch() implements Experiment<HyperparameterSearch.Result> {
    /** How wide the search is. */
    private record Effort(
            int batchSize,
            int defaultSteps,
            int points,
            List<Integer> hiddenUnits,
            List<Integer> steps,
            int coarse,
            int fine) {
        static Effort of(Scale scale) {
            return switch (scale) {
                case QUICK -> new Effort(25, 100, 8, List.of(20, 35, 50), List.of(200, 400), 8, 2);
                case FULL -> new Effort(200, 1_000, 20, List.of(50, 100, 200), List.of(1_000, 2_000, 4_000), 16, 4);
            };
        }
    }

    /**
     * One plan of the search.
     *
     * @param stage of the search
     * @param candidate its hyper-parameters
     * @param run of the plan, without the test set
     */
    public record Trial(Stage stage, Candidate candidate, Run run) {
        /** Far above the cross-entropy of guessing, 2.3 nats, with the penalty on the initial weights. */
        private static final double LARGEST_LOSS = 100;

        double validationAccuracy() {
            return run.result().validationAccuracy();
        }

        double trainingAccuracy() {
            return run.result().trainingAccuracy();
        }

        /** Whether the loss became NaN or infinite, or so large that only weights that grow without end explain it. */
        boolean diverged() {
            return run.result().divergence().isPresent() || !(finalLoss() < LARGEST_LOSS);
        }

        /** The last recorded loss with its penalty; {@code diverged: loss NaN from step 8} or the like if the run diverged. */
        String lastLoss() {
            return run.result()
                    .divergence()
                    .map(divergence -> "diverged: loss " + divergence.loss() + " from step " + divergence.step())
                    .orElseGet(
                            () -> String.format(Locale.ROOT, diverged() ? "diverged: loss %.0e" : "%.3f", finalLoss()));
        }

        /** The last recorded loss with its penalty, of a run that came to its end. */
        private double finalLoss() {
            return run.result().curves().finalMean(Curve.MEAN_TRAINING_LOSS, 1);
        }
    }

    /** Stages of the search. */
    public enum Stage {
        DEFAULT("default"),
        COARSE("coarse search"),
        FINE("fine search"),
        SINGLE("default with one tuned value");

        private final String title;

        Stage(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /**
     * The result of the search.
     *
     * @param scale of the runs
     * @param origin whether the data are real
     * @param data without the test set
     * @param trials the default first, then all others in the order in which they were run
     * @param best the trial with the best validation accuracy
     * @param tested the best plan trained again on the data with the test set
     * @param defaultOverSeeds the default with several seeds, its trial the first
     * @param bestOverSeeds the best plan with the same seeds
     */
    public record Result(
            Scale scale,
            Origin origin,
            TrainingData data,
            List<Trial> trials,
            Trial best,
            Run tested,
            Repeats defaultOverSeeds,
            Repeats bestOverSeeds) {
        /** The tuned network and the default, seed by seed. */
        SeedComparison comparison() {
            return new SeedComparison(
                    "validation accuracy",
                    SeedSample.of("the tuned network", bestOverSeeds.runs(), run -> run.result()
                            .validationAccuracy()),
                    SeedSample.of("the default", defaultOverSeeds.runs(), run -> run.result()
                            .validationAccuracy()));
        }

        Trial byDefault() {
            return trials.get(0);
        }

        /** The best trial, without those that differ from the default in one value only. */
        Trial bestBeforeSingles() {
            return HyperparameterSearch.best(trials.stream()
                    .filter(trial -> trial.stage() != Stage.SINGLE)
                    .toList());
        }

        List<Trial> of(Stage stage) {
            return trials.stream().filter(trial -> trial.stage() == stage).toList();
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        ColourCifar10.Prepared prepared = laboratory.result(new ColourCifar10());
        TrainingData data = prepared.data().withoutTest();
        Effort effort = Effort.of(settings.scale());
        Random random = SeededRandom.of(settings.seed(), "search of hyper-parameters");

        List<Trial> trials = new ArrayList<>(
                trials(laboratory, data, effort, Stage.DEFAULT, List.of(Candidate.defaults(effort.defaultSteps()))));
        trials.addAll(trials(
                laboratory,
                data,
                effort,
                Stage.COARSE,
                Stream.generate(() -> Candidate.random(random, effort.hiddenUnits(), effort.steps()))
                        .limit(effort.coarse())
                        .toList()));
        Candidate bestSoFar = best(trials).candidate();
        trials.addAll(trials(
                laboratory,
                data,
                effort,
                Stage.FINE,
                Stream.generate(() -> bestSoFar.nearby(random))
                        .limit(effort.fine())
                        .toList()));
        trials.addAll(trials(
                laboratory,
                data,
                effort,
                Stage.SINGLE,
                trials.get(0).candidate().withEachOf(best(trials).candidate())));
        Trial best = best(trials);
        Run tested = prepared.data()
                .test(
                        "hyper-parameters of two layers",
                        best.run(),
                        trials.stream().map(Trial::run).toList(),
                        laboratory);
        List<Repeats> overSeeds = laboratory.grid(
                data,
                List.of(
                        trials.get(0).run().request().plan(),
                        best.run().request().plan()),
                settings.repeats(5, 3));
        return new Result(
                settings.scale(),
                prepared.origin(),
                data,
                List.copyOf(trials),
                best,
                tested,
                overSeeds.get(0),
                overSeeds.get(1));
    }

    private static Trial best(List<Trial> trials) {
        Run best = SealedTestSet.best(trials.stream().map(Trial::run).toList());
        return trials.stream()
                .filter(trial -> trial.run().equals(best))
                .findFirst()
                .orElseThrow();
    }

    private static List<Trial> trials(
            Laboratory laboratory, TrainingData data, Effort effort, Stage stage, List<Candidate> candidates) {
        int images = data.training().count();
        List<Run> runs = laboratory.runs(
                data,
                candidates.stream()
                        .map(candidate -> new RunRequest(
                                candidate.plan(images, effort.batchSize(), effort.points()),
                                laboratory.settings().seedOfRepeat(0)))
                        .toList());
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            trials.add(new Trial(stage, candidates.get(i), runs.get(i)));
        }
        return trials;
    }
}
