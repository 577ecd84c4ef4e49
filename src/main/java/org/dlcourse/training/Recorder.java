package org.dlcourse.training;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Keeps the points of a run's curves as they come. */
final class Recorder {
    private final int[] steps;
    private final Map<Curve, double[]> values = new EnumMap<>(Curve.class);
    private int points;

    Recorder(int mostPoints, Recording recording) {
        steps = new int[mostPoints];
        recording.curves().forEach(curve -> values.put(curve, new double[mostPoints]));
    }

    void begin(int step) {
        steps[points] = step;
        points++;
    }

    /** Keeps a value of the point that was begun, if its curve is wanted. */
    void add(Curve curve, double value) {
        if (values.containsKey(curve)) {
            values.get(curve)[points - 1] = value;
        }
    }

    boolean lastPointIsFinite() {
        return values.values().stream().allMatch(all -> Double.isFinite(all[points - 1]));
    }

    void dropLastPoint() {
        points--;
    }

    int points() {
        return points;
    }

    double at(Curve curve, int point) {
        return values.get(curve)[point];
    }

    double last(Curve curve) {
        return at(curve, points - 1);
    }

    /** The mean of a curve's points from one on; empty if there are none or the curve is not recorded. */
    OptionalDouble meanSince(int firstPoint, Curve curve) {
        return values.containsKey(curve)
                ? Arrays.stream(values.get(curve), firstPoint, points).average()
                : OptionalDouble.empty();
    }

    /** All points so far. */
    LearningCurves curves() {
        Map<Curve, double[]> recorded = new EnumMap<>(Curve.class);
        values.forEach((curve, all) -> recorded.put(curve, Arrays.copyOf(all, points)));
        return new LearningCurves(Arrays.copyOf(steps, points), recorded);
    }
}
