package org.dlcourse.homework.fcnet;

import java.util.IdentityHashMap;
import java.util.Map;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.kit.GradientCheck;

/** A solution's gradients on toy data, compared with difference quotients where they are first asked for: that takes seconds. */
final class OnceCheckedGradients {
    private final TwoLayerNetwork solution;
    private final Map<ToyData, GradientCheck> checks = new IdentityHashMap<>();

    OnceCheckedGradients(TwoLayerNetwork solution) {
        this.solution = solution;
    }

    GradientCheck on(ToyData data) {
        return checks.computeIfAbsent(data, one -> ToyGradientCheck.of(solution, one));
    }
}
