package org.dlcourse.inference;

import java.util.Arrays;
import org.dlcourse.model.LayerSpec.MaxPooling;

/** The largest value of each square, and zero where that is below and a rectifier follows. */
final class PoolingStage implements Stage {
    private final int size;
    private final LaneImages input;
    private final LaneImages output;
    private final boolean rectified;

    PoolingStage(MaxPooling spec, LaneImages input, LaneImages output, boolean rectified) {
        this.size = spec.size();
        this.input = input;
        this.output = output;
        this.rectified = rectified;
    }

    @Override
    public void compute() {
        for (int channel = 0; channel < output.shape().channels(); channel++) {
            for (int row = 0; row < output.shape().height(); row++) {
                pool(input.at(channel, row * size, 0), output.at(channel, row, 0));
            }
        }
    }

    /** One position of the squares after another, for a whole row of them: a maximum kept from position to position would leave its register. */
    private void pool(int from, int to) {
        int lanes = input.lanes().count();
        int end = to + output.shape().width() * lanes;
        Arrays.fill(output.values(), to, end, rectified ? 0 : Float.NEGATIVE_INFINITY);
        for (int position = 0; position < size * size; position++) {
            int source = from + (position / size * input.rowLength() + position % size) * lanes;
            input.lanes().sums().largest(input.values(), source, size * lanes, output.values(), to, end);
        }
    }
}
