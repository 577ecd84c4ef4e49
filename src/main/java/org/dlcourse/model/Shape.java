package org.dlcourse.model;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The shape of one example between two layers.
 *
 * @param channels feature maps, or units where height and width are 1
 * @param height pixels
 * @param width pixels
 */
public record Shape(int channels, int height, int width) {
    /** The shape of a vector. */
    public static Shape flat(int units) {
        return new Shape(units, 1, 1);
    }

    /** The number of values. */
    @JsonIgnore
    public long size() {
        return (long) channels * height * width;
    }

    @Override
    public String toString() {
        return height == 1 && width == 1 ? Integer.toString(channels) : channels + " x " + height + " x " + width;
    }
}
