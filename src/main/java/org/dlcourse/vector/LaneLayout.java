package org.dlcourse.vector;

import java.util.Arrays;
import org.dlcourse.model.Shape;

/**
 * Where the values of images lie that are computed together: [channels, height, width, lanes], with room behind each row and each
 * channel.
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
 * @param above rows above the first one
 * @param below rows below the last one
 * @param rowLength pixels from one row to the next; those behind the width are zero
 * @param plane pixels from one channel to the next
 * @param start pixels before the first one
 * @param size floats of an array that is laid out so
 */
record LaneLayout(Shape shape, Lanes lanes, int above, int below, int rowLength, int plane, int start, int size) {
    /** Vectors behind the last one that kernels may read, though they use none of them. */
    private static final int BEHIND = 2;

    static LaneLayout of(Shape shape, Lanes lanes, int rowLength) {
        return withMargin(shape, lanes, 0, 0, 0, rowLength);
    }

    /** With room for rows below each image. */
    static LaneLayout withRowsBelow(Shape shape, Lanes lanes, int rows, int rowLength) {
        return withMargin(shape, lanes, 0, rows, 0, rowLength);
    }

    /**
     * With rows and columns of zeros around each image.
     *
     * @param columns on the left and on the right
     * @param rowLength pixels that a row has room for at least, from the image's first column on
     */
    static LaneLayout withMargin(Shape shape, Lanes lanes, int above, int below, int columns, int rowLength) {
        // Rows and planes an odd number of cache lines apart do not compete for the same lines of the cache.
        int row = columns + Math.max(rowLength, shape.width() + columns) | 1;
        int plane = (above + shape.height() + below) * row | 1;
        return new LaneLayout(
                shape,
                lanes,
                above,
                below,
                row,
                plane,
                above * row + columns,
                (shape.channels() * plane + columns + BEHIND) * lanes.count());
    }

    /** The same array as images that include their margin. */
    LaneLayout including(int columns) {
        Shape all = new Shape(shape.channels(), above + shape.height() + below, shape.width() + 2 * columns);
        return new LaneLayout(all, lanes, 0, 0, rowLength, plane, start - above * rowLength - columns, size);
    }

    /** Images of zeros. */
    float[] zeros() {
        return new float[size];
    }

    /** Where a pixel's vector begins. */
    int at(int channel, int row, int column) {
        return (start + channel * plane + row * rowLength + column) * lanes.count();
    }

    /** Floats from one channel to the next. */
    int planeStep() {
        return plane * lanes.count();
    }

    /**
     * Lays the rows of an image into a lane; those behind its last one keep what they have.
     *
     * @param images [images, channels, height, width]
     * @param image shape of one; its first columns are read, as many as this layout has
     * @param index of the image
     * @param firstRow of the image that is read
     */
    void read(float[] images, Shape image, int index, int firstRow, int lane, float[] values) {
        int step = lanes.count();
        int rows = Math.min(shape.height(), image.height() - firstRow);
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int row = 0; row < rows; row++) {
                int from = pixel(image, index, channel, firstRow + row);
                int to = at(channel, row, 0) + lane;
                for (int column = 0; column < shape.width(); column++) {
                    values[to + column * step] = images[from + column];
                }
            }
        }
    }

    /** Takes the rows of a lane to where {@link #read} has them from. */
    void write(float[] values, int lane, float[] images, Shape image, int index, int firstRow) {
        int step = lanes.count();
        int rows = Math.min(shape.height(), image.height() - firstRow);
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int row = 0; row < rows; row++) {
                int from = at(channel, row, 0) + lane;
                int to = pixel(image, index, channel, firstRow + row);
                for (int column = 0; column < shape.width(); column++) {
                    images[to + column] = values[from + column * step];
                }
            }
        }
    }

    private static int pixel(Shape image, int index, int channel, int row) {
        return ((index * image.channels() + channel) * image.height() + row) * image.width();
    }

    /** Sets a lane to zero. */
    void clearLane(float[] values, int lane) {
        for (int at = lane; at < values.length; at += lanes.count()) {
            values[at] = 0;
        }
    }

    /** Copies a row of all channels from one lane to another, which may be of another array. */
    void copyRow(float[] source, int fromLane, int fromRow, float[] target, int toLane, int toRow) {
        int step = lanes.count();
        for (int channel = 0; channel < shape.channels(); channel++) {
            int from = at(channel, fromRow, 0) + fromLane;
            int to = at(channel, toRow, 0) + toLane;
            for (int column = 0; column < shape.width(); column++) {
                target[to + column * step] = source[from + column * step];
            }
        }
    }

    /**
     * Sets what lies behind the width of a row to zero. It cancels out of the tiles that read it, but for rounding, unless it is
     * NaN.
     */
    void clearBehind(float[] values, int channel, int row) {
        int from = at(channel, row, 0);
        Arrays.fill(values, from + shape.width() * lanes.count(), from + rowLength * lanes.count(), 0);
    }

    /** Sets what lies below zero in a row to zero. */
    void rectify(float[] values, int channel, int row) {
        lanes.sums().rectify(values, at(channel, row, 0), at(channel, row, shape.width()));
    }
}
