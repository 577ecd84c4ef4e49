package org.dlcourse.training;

/** Whose code computes a network's outputs, gradients and steps. */
public enum Implementation {
    /** ND4J's operations on arrays that stay, in single precision: DL4J's steps, faster. For plain sequences of layers. */
    ND4J_OPERATIONS,
    /** DL4J's layers, in single precision. */
    DL4J,
    /** The exercise's two-layer network from matrix primitives, in double precision, with plain gradient descent. */
    TWO_LAYER_EXERCISE
}
