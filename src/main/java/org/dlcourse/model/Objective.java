package org.dlcourse.model;

/**
 * What training makes small.
 *
 * @param loss of the outputs
 * @param penalty factor of the sum of all squared weights, those of every layer and no biases, without a factor 1/2
 */
public record Objective(Loss loss, double penalty) {
    /** Cross-entropy without a penalty. */
    public static final Objective CROSS_ENTROPY = new Objective(Loss.CROSS_ENTROPY, 0);

    public Objective {
        if (!(penalty >= 0)) {
            throw new IllegalArgumentException("A penalty on weights is 0 or more, not " + penalty + ".");
        }
    }

    /** Cross-entropy with a penalty. */
    public static Objective penalised(double penalty) {
        return new Objective(Loss.CROSS_ENTROPY, penalty);
    }
}
