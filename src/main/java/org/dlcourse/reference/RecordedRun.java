package org.dlcourse.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Json;
import org.dlcourse.experiment.Run;
import org.dlcourse.training.Curve;
import org.dlcourse.training.FloatArray;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.TrainingResult;
import org.dlcourse.util.Sha256;

/**
 * A finished run as it is recorded: without weights and outputs, and with curves that are thinned to what a figure needs.
 *
 * <p>Of a curve with more than {@value #MOST_POINTS} points every k-th is kept, counted from the last one, with the smallest k that leaves no
 * more; values are rounded to {@value #DIGITS} digits. The final numbers are kept to the bit.
 *
 * @param run the rest of the run
 * @param resultSha256 digest of its whole result, with all weights, outputs and points
 */
public record RecordedRun(Run run, String resultSha256) {
    static final int MOST_POINTS = 200;
    private static final int DIGITS = 5;

    /** What is recorded of a run. */
    public static RecordedRun of(Run run) {
        TrainingResult result = run.result();
        TrainingResult rest = new TrainingResult(
                thinned(result.curves()),
                result.rateChanges(),
                result.divergence(),
                result.accuracyOnTraining(),
                result.accuracyOnValidation(),
                result.accuracyOnTest(),
                result.regression(),
                FloatArray.NONE,
                FloatArray.NONE,
                FloatArray.NONE);
        return new RecordedRun(new Run(run.key(), run.request(), rest, run.provenance()), sha256(result));
    }

    private static String sha256(TrainingResult result) {
        return new Sha256().add(Json.write(result)).hex();
    }

    private static LearningCurves thinned(LearningCurves curves) {
        int points = curves.steps().length;
        int every = Math.max(1, (points + MOST_POINTS - 1) / MOST_POINTS);
        int[] kept = IntStream.range(0, points)
                .filter(point -> (points - 1 - point) % every == 0)
                .toArray();
        Map<Curve, double[]> values = new EnumMap<>(Curve.class);
        curves.values()
                .forEach((curve, all) -> values.put(
                        curve,
                        Arrays.stream(kept)
                                .mapToDouble(point -> rounded(all[point]))
                                .toArray()));
        return new LearningCurves(
                Arrays.stream(kept).map(point -> curves.steps()[point]).toArray(), values);
    }

    private static double rounded(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue()
                : value;
    }
}
