package org.dlcourse.vector;

/** The backward pass of one layer without the rectifier behind it. */
interface BackwardStage {
    /**
     * Computes the gradient at the input from the one at the output, and adds to the parameters' gradient where there are any.
     *
     * @param input what the stage read
     * @param output what it computed
     * @param outputGradient laid out with the margin that the stage asked for; may be overwritten
     * @param inputGradient overwritten
     * @param slot of the first image
     */
    void compute(float[] input, float[] output, float[] outputGradient, float[] inputGradient, int slot);
}
