package org.dlcourse.figure;

/**
 * A thin line across a chart at a value of one axis, with a label.
 *
 * @param value value on the axis that the line crosses
 * @param label label beside the line; empty for none
 * @param vertical whether the line is vertical, at a value of the horizontal axis
 */
public record Marker(double value, String label, boolean vertical) {
    /** A vertical line at a value of the horizontal axis. */
    public static Marker atX(double value, String label) {
        return new Marker(value, label, true);
    }

    /** A horizontal line at a value of the vertical axis. */
    public static Marker atY(double value, String label) {
        return new Marker(value, label, false);
    }
}
