package org.dlcourse.training;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What was recorded during a run.
 *
 * @param steps the steps at which a point was recorded, from 1
 * @param values of each curve, one a recorded step
 */
public record LearningCurves(int[] steps, Map<Curve, double[]> values) {
    /**
     * One curve's values.
     *
     * @throws IllegalArgumentException if the run did not record it
     */
    public double[] of(Curve curve) {
        double[] found = values.get(curve);
        if (found == null) {
            throw new IllegalArgumentException("The run did not record " + curve + ", only " + values.keySet()
                    + "; name it in the plan's recording.");
        }
        return found;
    }

    /** The mean over the points from one to before another. */
    public double mean(Curve curve, int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(point -> of(curve)[point])
                .average()
                .orElseThrow();
    }

    /**
     * The mean of the last points.
     *
     * @param points how many
     */
    public double finalMean(Curve curve, int points) {
        return mean(curve, steps.length - points, steps.length);
    }

    /** The mean of several runs' curves, point by point. */
    public static LearningCurves mean(List<LearningCurves> runs) {
        Map<Curve, double[]> means = new java.util.EnumMap<>(Curve.class);
        for (Curve curve : runs.get(0).values().keySet()) {
            means.put(
                    curve,
                    IntStream.range(0, runs.get(0).steps().length)
                            .mapToDouble(point -> runs.stream()
                                    .mapToDouble(run -> run.of(curve)[point])
                                    .average()
                                    .orElseThrow())
                            .toArray());
        }
        return new LearningCurves(runs.get(0).steps(), means);
    }
}
