package org.dlcourse.exercise;

/** A way to build, for any function of inputs that are on or off, perceptrons that compute it. */
public interface PerceptronConstruction {
    /**
     * Builds a network.
     *
     * @param function what it has to compute
     * @return perceptrons in any number of layers whose output is the function's value at each row
     */
    PerceptronNetwork network(BooleanFunction function);
}
