package org.dlcourse.inference;

/** A stage with parameters. */
interface ConvolutionStage extends Stage {
    /**
     * Takes over parameters.
     *
     * @param weights [filters, channels, height, width]
     * @param bias [filters]
     */
    void parameters(float[] weights, float[] bias);
}
