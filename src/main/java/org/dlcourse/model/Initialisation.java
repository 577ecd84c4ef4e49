package org.dlcourse.model;

/** How weights and biases start. */
public enum Initialisation {
    /**
     * PyTorch's default for convolutions and fully connected layers: weights and biases uniform within plus or minus 1 /
     * sqrt(inputs of a unit). (Kaiming's uniform with a = sqrt 5 comes to that bound.)
     */
    PYTORCH,
    /** DL4J's own: Xavier's normal for weights, 0 for biases. */
    XAVIER
}
