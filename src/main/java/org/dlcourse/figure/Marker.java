package org.dlcourse.figure;

/**
 * A thin line across a chart at one value, with a word beside it.
 *
 * @param value on the axis that the line crosses
 * @param label beside the line, empty for none
 * @param upright whether the line is upright, at a value of the horizontal axis
 */
public record Marker(double value, String label, boolean upright) {
    /** An upright line at a value of the horizontal axis. */
    public static Marker atX(double value, String label) {
        return new Marker(value, label, true);
    }

    /** A level line at a value of the vertical axis. */
    public static Marker atY(double value, String label) {
        return new Marker(value, label, false);
    }
}
