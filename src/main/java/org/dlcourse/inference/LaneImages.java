package org.dlcourse.inference;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.dlcourse.model.Shape;

/**
 * Sixteen images whose values lie side by side: [channels, height, width, {@value WeightedSums#LANES}],
 * with room behind each row and each channel.
 *
 * @param shape of an image
 * @param rowLength pixels from one row to the next; those behind the width are zero
 * @param plane pixels from one channel to the next
 */
record LaneImages(Shape shape, int rowLength, int plane, float[] values) {
    /** Images of zeros. */
    static LaneImages of(Shape shape, int rowLength) {
        // Rows and planes an odd number of cache lines apart do not compete for the same places in the cache.
        int row = rowLength | 1;
        int plane = shape.height() * row | 1;
        return new LaneImages(shape, row, plane, new float[shape.channels() * plane * WeightedSums.LANES]);
    }

    /** Where a pixel's vector starts. */
    int at(int channel, int row, int column) {
        return (channel * plane + row * rowLength + column) * WeightedSums.LANES;
    }

    /** Lays images side by side, [count, channels, height, width]; the lanes behind them keep what they have. */
    void read(float[] images, int count) {
        int from = 0;
        for (int lane = 0; lane < count; lane++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                for (int row = 0; row < shape.height(); row++) {
                    int to = at(channel, row, 0) + lane;
                    for (int column = 0; column < shape.width(); column++) {
                        values[to + column * WeightedSums.LANES] = images[from++];
                    }
                }
            }
        }
    }

    /** Takes the first images apart, [count, channels, height, width]. */
    void write(float[] images, int count) {
        int to = 0;
        for (int lane = 0; lane < count; lane++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                for (int row = 0; row < shape.height(); row++) {
                    int from = at(channel, row, 0) + lane;
                    for (int column = 0; column < shape.width(); column++) {
                        images[to++] = values[from + column * WeightedSums.LANES];
                    }
                }
            }
        }
    }

    /**
     * Sets what lies behind the width of a row to zero. It cancels out of the tiles that read it, but for rounding, and unless it is
     * no number.
     */
    void clearBehind(int channel, int row) {
        Arrays.fill(values, at(channel, row, shape.width()), at(channel, row, rowLength), 0);
    }

    /** Sets what lies below zero in a row to zero. */
    void rectify(int channel, int row) {
        int end = at(channel, row, shape.width());
        for (int at = at(channel, row, 0); at < end; at += WeightedSums.LANES) {
            FloatVector.fromArray(WeightedSums.SPECIES, values, at).max(0).intoArray(values, at);
        }
    }
}
