package org.dlcourse.training;

/** Whose code computes a network's outputs, gradients and steps. */
public enum Implementation {
    /** DL4J's layers, in single precision. */
    DL4J,
    /** The exercise's two-layer network from matrix primitives, in double precision, with plain gradient descent. */
    TWO_LAYER_EXERCISE
}
