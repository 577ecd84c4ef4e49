package org.dlcourse.vector;

/** One layer, with the activation that follows it. */
interface Stage {
    /**
     * Computes the output from the input.
     *
     * @param input laid out as the stage was told
     * @param output the same; overwritten
     */
    void compute(float[] input, float[] output);
}
