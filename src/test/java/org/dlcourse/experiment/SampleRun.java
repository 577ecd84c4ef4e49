package org.dlcourse.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.training.Curve;
import org.dlcourse.training.FloatArray;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.LearningRateChange;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingResult;

/** A made-up run, for tests of what is said and drawn of runs. */
public record SampleRun(
        Architecture architecture,
        Optimiser optimiser,
        long seed,
        Map<Curve, double[]> curves,
        List<LearningRateChange> rateChanges,
        double training,
        double test,
        FloatArray weights,
        FloatArray probabilities) {
    /** With Adam, at chance. */
    public static SampleRun of(Architecture architecture, long seed) {
        FloatArray oneWeight = new FloatArray(new int[] {1, 1}, new float[] {1});
        return new SampleRun(
                architecture,
                Optimiser.Adam.defaults(),
                seed,
                Map.of(),
                List.of(),
                0.1,
                0.1,
                oneWeight,
                FloatArray.NONE);
    }

    public SampleRun with(long other) {
        return new SampleRun(
                architecture, optimiser, other, curves, rateChanges, training, test, weights, probabilities);
    }

    public SampleRun with(Map<Curve, double[]> other) {
        return new SampleRun(architecture, optimiser, seed, other, rateChanges, training, test, weights, probabilities);
    }

    public SampleRun with(Optimiser other) {
        return new SampleRun(architecture, other, seed, curves, rateChanges, training, test, weights, probabilities);
    }

    public SampleRun with(List<LearningRateChange> other) {
        return new SampleRun(architecture, optimiser, seed, curves, other, training, test, weights, probabilities);
    }

    public SampleRun withAccuracies(double otherTraining, double otherTest) {
        return new SampleRun(
                architecture, optimiser, seed, curves, rateChanges, otherTraining, otherTest, weights, probabilities);
    }

    public SampleRun with(FloatArray other) {
        return new SampleRun(architecture, optimiser, seed, curves, rateChanges, training, test, other, probabilities);
    }

    public SampleRun withProbabilities(FloatArray other) {
        return new SampleRun(architecture, optimiser, seed, curves, rateChanges, training, test, weights, other);
    }

    /** A point every 10 steps. */
    public Run run() {
        int points =
                curves.values().stream().mapToInt(curve -> curve.length).max().orElse(0);
        int[] steps = IntStream.rangeClosed(1, points).map(point -> 10 * point).toArray();
        TrainingPlan plan = new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                optimiser,
                50,
                15,
                Recording.every(10, curves.keySet().toArray(Curve[]::new)));
        double[] validation = curves.getOrDefault(Curve.VALIDATION_ACCURACY, new double[] {test});
        return new Run(
                "key",
                new RunRequest(plan, seed),
                new TrainingResult(
                        new LearningCurves(steps, curves),
                        rateChanges,
                        Optional.empty(),
                        training,
                        Arrays.stream(validation).reduce((a, b) -> b).orElseThrow(),
                        OptionalDouble.of(test),
                        weights,
                        probabilities,
                        FloatArray.NONE),
                new Provenance("", "", "", "", "", new Machine("", 1, "", ""), 1, "", 1));
    }
}
