package org.dlcourse.reference;

/**
 * Repeats of a plan beside the recorded repeats of the same plan on the same data.
 *
 * @param plan its name
 * @param number what is compared, such as {@code test accuracy}
 * @param recordedRepeats how many are recorded
 * @param repeats how many new ones there are
 * @param mean of the new ones
 * @param expected where it is expected
 */
public record ComparedRepeats(
        String plan, String number, int recordedRepeats, int repeats, double mean, PredictionInterval expected) {
    /** Where a mean lies. */
    public enum Position {
        WITHIN("as expected"),
        TOO_LOW("TOO LOW"),
        TOO_HIGH("TOO HIGH");

        private final String words;

        Position(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Where the mean lies; too high as well as too low is not as expected. */
    public Position position() {
        return mean < expected.lower()
                ? Position.TOO_LOW
                : mean > expected.upper() ? Position.TOO_HIGH : Position.WITHIN;
    }
}
