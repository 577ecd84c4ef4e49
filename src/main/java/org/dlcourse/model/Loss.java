package org.dlcourse.model;

/** What a network's outputs are judged by, as a mean over examples. */
public enum Loss {
    /** Softmax over the outputs and the negative logarithm of the right class's probability, in nats. */
    CROSS_ENTROPY("cross-entropy"),
    /**
     * Squared difference of the outputs, taken as they are, from the targets: numbers, or 1 at the right class and 0 elsewhere; a mean
     * over outputs too.
     */
    MEAN_SQUARED_ERROR("mean squared error"),
    /** Absolute difference of the outputs, taken as they are, from the targets; a mean over outputs too. */
    MEAN_ABSOLUTE_ERROR("mean absolute error");

    private final String title;

    Loss(String title) {
        this.title = title;
    }

    /** The name in texts. */
    public String title() {
        return title;
    }
}
