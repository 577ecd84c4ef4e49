package org.example.shapes;

/** The exercise: what a student implements. */
@FunctionalInterface
public interface MaxPooling {
    /**
     * The largest value of each square, squares side by side.
     *
     * @param image [height, width], both multiples of {@code size}
     * @param size side of a square in pixels
     * @return [height / size, width / size]
     */
    double[][] pool(double[][] image, int size);
}
