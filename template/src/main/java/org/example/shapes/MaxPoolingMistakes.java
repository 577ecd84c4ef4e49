package org.example.shapes;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.dlcourse.kit.Mistake;

/** Wrong solutions of {@link MaxPooling} that students hand in. */
final class MaxPoolingMistakes {
    private MaxPoolingMistakes() {}

    static List<Mistake<MaxPooling>> all() {
        return List.of(
                new Mistake<>(
                        "the maximum starts at 0, so that negative values are lost",
                        (image, size) -> reduced(image, size, size, 0, Math::max)),
                new Mistake<>(
                        "the sum instead of the maximum", (image, size) -> reduced(image, size, size, 0, Double::sum)),
                new Mistake<>(
                        "squares overlap: they move by one pixel",
                        (image, size) -> reduced(image, size, 1, Double.NEGATIVE_INFINITY, Math::max)));
    }

    private static double[][] reduced(
            double[][] image, int size, int stride, double start, DoubleBinaryOperator operator) {
        double[][] result = new double[image.length / size][image[0].length / size];
        for (int row = 0; row < result.length; row++) {
            for (int column = 0; column < result[0].length; column++) {
                double[][] square = Arrays.copyOfRange(image, row * stride, row * stride + size);
                double value = start;
                for (double[] line : square) {
                    for (int x = 0; x < size; x++) {
                        value = operator.applyAsDouble(value, line[column * stride + x]);
                    }
                }
                result[row][column] = value;
            }
        }
        return result;
    }
}
