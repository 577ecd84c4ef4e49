package org.dlcourse.homework.dogs.perceptrons;

import static org.dlcourse.homework.dogs.perceptrons.BooleanFunctions.XOR;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * The least-squares fit of an affine map to XOR.
 *
 * @param values values of the map at the four rows
 */
record XorFit(double[] values) {
    static XorFit leastSquares() {
        double[][] points = IntStream.range(0, XOR.rows())
                .mapToObj(row -> numbers(XOR.point(row)))
                .toArray(double[][]::new);
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(numbers(XOR.values()), points);
        double[] map = regression.estimateRegressionParameters();
        return new XorFit(Arrays.stream(points)
                .mapToDouble(point -> map[0] + map[1] * point[0] + map[2] * point[1])
                .toArray());
    }

    double largestDifferenceFromHalf() {
        return Arrays.stream(values).map(value -> Math.abs(value - 0.5)).max().orElseThrow();
    }

    /**
     * The largest component of the gradient of half the squared error with respect to the offset and both weights, at the
     * constant map 0.5.
     */
    static double largestGradientAtHalf() {
        double[] gradient = new double[3];
        for (int row = 0; row < XOR.rows(); row++) {
            double[] point = numbers(XOR.point(row));
            double residual = 0.5 - (XOR.value(row) ? 1 : 0);
            gradient[0] += residual;
            gradient[1] += residual * point[0];
            gradient[2] += residual * point[1];
        }
        return Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
    }

    private static double[] numbers(boolean[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] ? 1 : 0)
                .toArray();
    }
}
