package org.dlcourse.exercise;

/** Constructs, for any Boolean function, a network of perceptrons that computes it. */
public interface PerceptronConstruction {
    /**
     * Builds a network.
     *
     * @param function to be computed
     * @return perceptrons in any number of layers whose output is the function's value at each row
     */
    PerceptronNetwork network(BooleanFunction function);
}
