package org.dlcourse.homework.ann.basics;

import java.util.List;

/**
 * The difference between the gradient computed from the weights and back-propagation's, for one parameter array.
 *
 * @param architecture name of the network
 * @param parameters which array: layer, and weights or biases
 * @param largestGradient largest absolute component of back-propagation's gradient
 * @param relativeError largest absolute difference of a component, divided by {@code largestGradient}
 * @param roundingBound upper bound on the relative error that rounding can cause
 */
record GradientError(
        String architecture, String parameters, double largestGradient, double relativeError, double roundingBound) {
    /** The largest relative error; NaN if one of them is NaN. */
    static double largest(List<GradientError> errors) {
        return errors.stream().mapToDouble(GradientError::relativeError).reduce(0, Math::max);
    }

    static double smallest(List<GradientError> errors) {
        return errors.stream().mapToDouble(GradientError::relativeError).min().orElseThrow();
    }

    static double largestBound(List<GradientError> errors) {
        return errors.stream().mapToDouble(GradientError::roundingBound).max().orElseThrow();
    }

    /** The relative error as a multiple of its rounding bound: at most 1 if rounding is its only cause. */
    double relativeToBound() {
        return relativeError / roundingBound;
    }
}
