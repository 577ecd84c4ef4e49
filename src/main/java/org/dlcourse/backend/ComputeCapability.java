package org.dlcourse.backend;

/**
 * What generation a GPU is of, as CUDA counts them: machine code for one runs on later ones of the same major number.
 *
 * @param major generation
 * @param minor revision within it
 */
public record ComputeCapability(int major, int minor) implements Comparable<ComputeCapability> {
    /**
     * Reads a capability such as {@code 8.6}.
     *
     * @throws IllegalArgumentException if it is not two numbers with a point between
     */
    public static ComputeCapability of(String text) {
        if (!text.matches("\\d{1,4}\\.\\d{1,4}")) {
            throw new IllegalArgumentException(
                    "The compute capability is \"" + text + "\"; expected two numbers such as 8.6.");
        }
        String[] numbers = text.split("\\.");
        return new ComputeCapability(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    @Override
    public int compareTo(ComputeCapability other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
