package org.dlcourse.homework.conv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dlcourse.backend.Backend;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.ImageDataset;
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
import org.dlcourse.training.FloatArray;
import org.dlcourse.training.Predictions;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/**
 * Trains all entries on the same images, chooses the best by validation accuracy and tests that network once.
 */
public record Competition() implements Experiment<Competition.Result> {
    /**
     * One entry in the competition.
     *
     * @param entry the entry
     * @param plan its plan
     * @param run its result; empty if it needs a GPU and there is none
     */
    record Attempt(Entry entry, TrainingPlan plan, Optional<Run> run) {
        /** The validation accuracy; the entry must have been run. */
        double validationAccuracy() {
            return run.orElseThrow().result().validationAccuracy();
        }
    }

    /**
     * The result of the competition.
     *
     * @param scale of the run
     * @param onGpu whether the entries were trained on a GPU
     * @param images real or synthetic
     * @param data without the test set
     * @param testedOn description of the data with the test set
     * @param attempts in the order of the entries
     * @param best the attempt with the best validation accuracy
     * @param validationAccuracyAgain of the best network, computed again when it was tested
     * @param testProbabilities of that network, [images, classes]
     * @param baselineOverSeeds the tutorial network with several seeds, its run the first
     * @param bestOverSeeds the best entry with the same seeds
     */
    public record Result(
            Scale scale,
            boolean onGpu,
            ImageDataset images,
            TrainingData data,
            String testedOn,
            List<Attempt> attempts,
            Attempt best,
            double validationAccuracyAgain,
            FloatArray testProbabilities,
            Repeats baselineOverSeeds,
            Repeats bestOverSeeds) {
        /** The chosen entry and the baseline, seed by seed. */
        SeedComparison comparison() {
            return new SeedComparison(
                    "validation accuracy",
                    sample("the chosen entry", bestOverSeeds),
                    sample("the tutorial network", baselineOverSeeds));
        }

        private static SeedSample sample(String name, Repeats repeats) {
            return SeedSample.of(name, repeats.runs(), run -> run.result().validationAccuracy());
        }

        Attempt of(Entry entry) {
            return attempts.stream()
                    .filter(attempt -> attempt.entry() == entry)
                    .findFirst()
                    .orElseThrow();
        }

        /** The entries that were run. */
        List<Attempt> done() {
            return attempts.stream()
                    .filter(attempt -> attempt.run().isPresent())
                    .toList();
        }

        double testAccuracy() {
            return accuracy(testProbabilities, images.test().labels());
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        CompetitionData.Prepared prepared = laboratory.result(new CompetitionData());
        TrainingData data = prepared.data().withoutTest();
        boolean onGpu = Backend.isForGpu();
        List<Attempt> attempts = attempts(laboratory, data, onGpu);
        List<Run> runs =
                attempts.stream().flatMap(attempt -> attempt.run().stream()).toList();
        Run chosen = SealedTestSet.best(runs);
        Attempt best = attempts.stream()
                .filter(attempt -> attempt.run().equals(Optional.of(chosen)))
                .findFirst()
                .orElseThrow();
        List<Repeats> overSeeds =
                laboratory.grid(data, List.of(attempts.get(0).plan(), best.plan()), settings.repeats(5, 1));
        TrainingData opened = prepared.data().open("competition", chosen, runs);
        return new Result(
                settings.scale(),
                onGpu,
                prepared.images(),
                data,
                opened.description(),
                attempts,
                best,
                accuracy(
                        predictions(chosen, data.validation()),
                        data.validation().labels()),
                predictions(chosen, opened.test()),
                overSeeds.get(0),
                overSeeds.get(1));
    }

    private static List<Attempt> attempts(Laboratory laboratory, TrainingData data, boolean onGpu) {
        CourseSettings settings = laboratory.settings();
        int images = data.training().count();
        List<Entry> runnable = Arrays.stream(Entry.values())
                .filter(entry -> onGpu || !entry.needsGpu())
                .toList();
        List<Run> runs = laboratory.runs(
                data,
                runnable.stream()
                        .map(entry -> new RunRequest(entry.plan(settings.scale(), images), settings.seedOfRepeat(0)))
                        .toList());
        List<Attempt> attempts = new ArrayList<>();
        for (Entry entry : Entry.values()) {
            int index = runnable.indexOf(entry);
            attempts.add(new Attempt(
                    entry,
                    entry.plan(settings.scale(), images),
                    index < 0 ? Optional.empty() : Optional.of(runs.get(index))));
        }
        return List.copyOf(attempts);
    }

    private static FloatArray predictions(Run run, Examples examples) {
        return Predictions.of(run.request().plan(), run.result().parameters(), examples);
    }

    private static double accuracy(FloatArray probabilities, int[] labels) {
        int correct = 0;
        for (int i = 0; i < labels.length; i++) {
            correct += probabilities.largest(i) == labels[i] ? 1 : 0;
        }
        return (double) correct / labels.length;
    }
}
