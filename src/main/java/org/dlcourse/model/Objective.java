package org.dlcourse.model;

/**
 * What training makes small.
 *
 * @param loss of the outputs
 * @param penalty factor of the sum of all squared weights, those of every layer, no biases and nothing of a normalisation,
 *     without a factor 1/2
 * @param smoothing fraction of each target that is spread evenly over all classes (Szegedy and others, 2016): the right class's
 *     target is 1 less this, plus its share
 */
public record Objective(Loss loss, double penalty, double smoothing) {
    /** Cross-entropy without a penalty. */
    public static final Objective CROSS_ENTROPY = new Objective(Loss.CROSS_ENTROPY, 0);

    public Objective {
        if (!(penalty >= 0)) {
            throw new IllegalArgumentException("A penalty on weights is 0 or more, not " + penalty + ".");
        }
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException(
                    "The fraction of a target that is spread is at least 0 and below 1, not " + smoothing + ".");
        }
    }

    /** Without smoothing. */
    public Objective(Loss loss, double penalty) {
        this(loss, penalty, 0);
    }

    /** Cross-entropy with a penalty. */
    public static Objective penalised(double penalty) {
        return new Objective(Loss.CROSS_ENTROPY, penalty);
    }

    /** The same with a fraction of each target spread over all classes. */
    public Objective smoothed(double fraction) {
        return new Objective(loss, penalty, fraction);
    }
}
