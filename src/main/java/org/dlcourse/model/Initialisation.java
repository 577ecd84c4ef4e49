package org.dlcourse.model;

/** How weights and biases start. */
public enum Initialisation {
    /**
     * PyTorch's default for convolutions and fully connected layers: weights and biases uniform within plus or minus 1 /
     * sqrt(inputs of a unit). (Kaiming's uniform with a = sqrt 5 comes to that bound.)
     */
    PYTORCH,
    /** The two-layer exercise's default: weights normal with a standard deviation of .0001, biases 0. */
    SMALL_NORMAL,
    /** For layers with ReLU (He and others, 2015): weights normal with a variance of 2 / inputs of a unit, biases 0. */
    KAIMING_NORMAL,
    /** DL4J's own: Xavier's normal for weights, 0 for biases. */
    XAVIER;

    /** Standard deviation of {@link #SMALL_NORMAL}'s weights. */
    static final double SMALL = 1e-4;
}
