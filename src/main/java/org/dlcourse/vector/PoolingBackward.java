package org.dlcourse.vector;

import org.dlcourse.model.LayerSpec.MaxPooling;

/** The gradient at the largest pixel of each square; where several are, at the first. */
record PoolingBackward(
        MaxPooling spec, LaneLayout input, LaneLayout output, LaneLayout outputGradient, LaneLayout inputGradient)
        implements BackwardStage {
    /** Pixels that no square covers have a gradient of zero, which nothing changes. */
    @Override
    public void compute(float[] in, float[] out, float[] gradient, float[] to, int slot) {
        int lanes = input.lanes().count();
        for (int channel = 0; channel < output.shape().channels(); channel++) {
            for (int row = 0; row < output.shape().height(); row++) {
                input.lanes()
                        .masks()
                        .spread(
                                spec.size(),
                                in,
                                input.at(channel, row * spec.size(), 0),
                                input.rowLength() * lanes,
                                out,
                                output.at(channel, row, 0),
                                gradient,
                                outputGradient.at(channel, row, 0),
                                to,
                                inputGradient.at(channel, row * spec.size(), 0),
                                inputGradient.rowLength() * lanes,
                                output.shape().width());
            }
        }
    }
}
