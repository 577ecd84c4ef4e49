package org.dlcourse.kit;

/** How far numbers are off as a whole. */
public final class RelativeError {
    private RelativeError() {}

    /**
     * The largest difference as a part of the largest expected number, or as it is if they are all 0; infinite if there are
     * more or fewer numbers than expected, and no number if one of them is none.
     */
    public static double of(double[] actual, double[] expected) {
        if (expected.length == 0) {
            throw new IllegalArgumentException("There are no expected numbers to compare with.");
        }
        if (actual.length != expected.length) {
            return Double.POSITIVE_INFINITY;
        }
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            // Math.max hands a NaN on, which ND4J's own maximum of absolute values passes over.
            difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        return largest == 0 ? difference : difference / largest;
    }
}
