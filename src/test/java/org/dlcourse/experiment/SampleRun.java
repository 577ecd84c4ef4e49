package org.dlcourse.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.training.Curve;
import org.dlcourse.training.FloatArray;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.RateChange;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingResult;

/** A made-up run, for tests of what is said and drawn of runs. */
public record SampleRun(
        Architecture architecture,
        Optimiser optimiser,
        long seed,
        Map<Curve, double[]> curves,
        List<RateChange> rateChanges,
        double trainingAccuracy,
        double testAccuracy,
        FloatArray firstLayerWeights) {
    /** With Adam, at chance. */
    public static SampleRun of(Architecture architecture, long seed) {
        return new SampleRun(
                architecture,
                Optimiser.Adam.defaults(),
                seed,
                Map.of(),
                List.of(),
                0.1,
                0.1,
                new FloatArray(new int[] {1, 1}, new float[] {1}));
    }

    public SampleRun with(Map<Curve, double[]> newCurves) {
        return new SampleRun(
                architecture,
                optimiser,
                seed,
                newCurves,
                rateChanges,
                trainingAccuracy,
                testAccuracy,
                firstLayerWeights);
    }

    public SampleRun with(Optimiser newOptimiser) {
        return new SampleRun(
                architecture,
                newOptimiser,
                seed,
                curves,
                rateChanges,
                trainingAccuracy,
                testAccuracy,
                firstLayerWeights);
    }

    public SampleRun with(List<RateChange> newChanges) {
        return new SampleRun(
                architecture, optimiser, seed, curves, newChanges, trainingAccuracy, testAccuracy, firstLayerWeights);
    }

    public SampleRun withAccuracies(double training, double test) {
        return new SampleRun(architecture, optimiser, seed, curves, rateChanges, training, test, firstLayerWeights);
    }

    public SampleRun with(FloatArray weights) {
        return new SampleRun(
                architecture, optimiser, seed, curves, rateChanges, trainingAccuracy, testAccuracy, weights);
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
        double[] validation = curves.getOrDefault(Curve.VALIDATION_ACCURACY, new double[] {testAccuracy});
        return new Run(
                "key",
                new RunRequest(plan, seed),
                new TrainingResult(
                        new LearningCurves(steps, curves),
                        rateChanges,
                        trainingAccuracy,
                        Arrays.stream(validation).reduce((a, b) -> b).orElseThrow(),
                        testAccuracy,
                        firstLayerWeights,
                        FloatArray.NONE),
                new Provenance("", "", "", "", "", new Machine("", 1, "", ""), 1, "", 1));
    }
}
