package org.dlcourse.training;

import java.util.List;

/**
 * What a run records.
 *
 * @param everySteps steps between two points of the curves
 * @param curves what each point has
 * @param testProbabilities whether the trained network's class probabilities of the test set are kept
 * @param parameters whether all parameters of the trained network are kept
 */
public record Recording(int everySteps, List<Curve> curves, boolean testProbabilities, boolean parameters) {
    public Recording {
        curves = curves.stream().sorted().distinct().toList();
    }

    /** Curves alone. */
    public static Recording every(int steps, Curve... curves) {
        return new Recording(steps, List.of(curves), false, false);
    }

    /** The same, with the class probabilities of the test set. */
    public Recording withTestProbabilities() {
        return new Recording(everySteps, curves, true, parameters);
    }

    /** The same, with all parameters. */
    public Recording withParameters() {
        return new Recording(everySteps, curves, testProbabilities, true);
    }

    boolean has(Curve curve) {
        return curves.contains(curve);
    }
}
