package org.dlcourse.vector;

import java.util.Arrays;
import org.dlcourse.model.LayerSpec.MaxPooling;

/** The largest value of each square, and zero where that is below and a rectifier follows. */
final class PoolingStage implements Stage {
    private final int size;
    private final LaneLayout input;
    private final LaneLayout output;
    private final boolean rectified;

    PoolingStage(MaxPooling spec, LaneLayout input, LaneLayout output, boolean rectified) {
        this.size = spec.size();
        this.input = input;
        this.output = output;
        this.rectified = rectified;
    }

    @Override
    public void compute(float[] from, float[] to) {
        for (int channel = 0; channel < output.shape().channels(); channel++) {
            for (int row = 0; row < output.shape().height(); row++) {
                pool(from, input.at(channel, row * size, 0), to, output.at(channel, row, 0));
            }
        }
    }

    /** One position of the squares after another, for a whole row of them: a maximum kept from position to position would leave its register. */
    private void pool(float[] from, int start, float[] to, int toStart) {
        int lanes = input.lanes().count();
        int end = toStart + output.shape().width() * lanes;
        Arrays.fill(to, toStart, end, rectified ? 0 : Float.NEGATIVE_INFINITY);
        for (int position = 0; position < size * size; position++) {
            int source = start + (position / size * input.rowLength() + position % size) * lanes;
            input.lanes().sums().largest(from, source, size * lanes, to, toStart, end);
        }
    }
}
