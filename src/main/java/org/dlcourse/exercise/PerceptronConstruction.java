package org.dlcourse.exercise;

/** Builds a network of perceptrons that computes a given function of binary inputs. */
public interface PerceptronConstruction {
    /**
     * Builds a network.
     *
     * @param function the function to compute
     * @return perceptrons in any number of layers whose output is the function's value at each row
     */
    PerceptronNetwork network(BooleanFunction function);
}
