package org.dlcourse.kit;

/**
 * The error of an array of numbers as a whole, relative to the largest of those that are expected.
 *
 * <pre>{@code
 * double[] expected = {1, 4, 9};
 * double error = RelativeError.of(new double[] {1, 4, 9.9}, expected);
 * assertThat(error).isCloseTo(.1, within(1e-12));
 * }</pre>
 */
public final class RelativeError {
    private RelativeError() {}

    /**
     * The largest absolute difference, divided by the largest absolute value that is expected unless that is 0.
     *
     * @param actual the numbers to be judged
     * @param expected the right numbers, at least one
     * @return infinite if the lengths differ, NaN if one of the numbers is NaN
     * @throws IllegalArgumentException if nothing is expected
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
