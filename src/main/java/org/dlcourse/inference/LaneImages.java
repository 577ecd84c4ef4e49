package org.dlcourse.inference;

import java.util.Arrays;
import org.dlcourse.model.Shape;

/**
 * Images whose values lie side by side: [channels, height, width, lanes], with room behind each row and each channel.
 *
 * <p>Four lanes hold images A to D; a vector is the same pixel of all of them, so that one instruction computes all four:
 *
 * <pre>
 * row 0:  A00 B00 C00 D00 | A01 B01 C01 D01 | A02 B02 C02 D02 | room
 * row 1:  A10 B10 C10 D10 | A11 B11 C11 D11 | A12 B12 C12 D12 | room
 *         |- a vector --|
 * </pre>
 *
 * @param shape of an image
 * @param lanes how many images
 * @param rowLength pixels from one row to the next; those behind the width are zero
 * @param plane pixels from one channel to the next
 */
record LaneImages(Shape shape, Lanes lanes, int rowLength, int plane, float[] values) {
    /** Images of zeros. */
    static LaneImages of(Shape shape, Lanes lanes, int rowLength) {
        // Rows and planes an odd number of cache lines apart do not compete for the same lines of the cache.
        int row = rowLength | 1;
        int plane = shape.height() * row | 1;
        return new LaneImages(shape, lanes, row, plane, new float[shape.channels() * plane * lanes.count()]);
    }

    /** Where a pixel's vector starts. */
    int at(int channel, int row, int column) {
        return (channel * plane + row * rowLength + column) * lanes.count();
    }

    /** Lays images side by side, [count, channels, height, width]; the lanes behind them keep what they have. */
    void read(float[] images, int count) {
        int step = lanes.count();
        int from = 0;
        for (int lane = 0; lane < count; lane++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                for (int row = 0; row < shape.height(); row++) {
                    int to = at(channel, row, 0) + lane;
                    for (int column = 0; column < shape.width(); column++) {
                        values[to + column * step] = images[from++];
                    }
                }
            }
        }
    }

    /** Takes the first images apart, [count, channels, height, width]. */
    void write(float[] images, int count) {
        int step = lanes.count();
        int to = 0;
        for (int lane = 0; lane < count; lane++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                for (int row = 0; row < shape.height(); row++) {
                    int from = at(channel, row, 0) + lane;
                    for (int column = 0; column < shape.width(); column++) {
                        images[to++] = values[from + column * step];
                    }
                }
            }
        }
    }

    /**
     * Sets what lies behind the width of a row to zero. It cancels out of the tiles that read it, but for rounding, unless it is
     * NaN.
     */
    void clearBehind(int channel, int row) {
        Arrays.fill(values, at(channel, row, shape.width()), at(channel, row, rowLength), 0);
    }

    /** Sets what lies below zero in a row to zero. */
    void rectify(int channel, int row) {
        lanes.sums().rectify(values, at(channel, row, 0), at(channel, row, shape.width()));
    }
}
