package org.dlcourse.homework.dogs.mnist;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The least-squares line of training times against numbers of images.
 *
 * @param meanImages mean of the numbers of images
 * @param seconds intercept: the time that does not depend on the number of images
 * @param secondsPerImage slope
 * @param halfWidth half-width of the slope's 95 % confidence interval
 * @param rSquared coefficient of determination: the fraction of the variance that the line explains
 */
record TimeFit(double meanImages, double seconds, double secondsPerImage, double halfWidth, double rSquared) {
    private static final double SECONDS_PER_HOUR = 3_600;

    static TimeFit of(double[] images, double[] seconds) {
        SimpleRegression regression = new SimpleRegression();
        for (int i = 0; i < images.length; i++) {
            regression.addData(images[i], seconds[i]);
        }
        return new TimeFit(
                Arrays.stream(images).average().orElseThrow(),
                regression.getIntercept(),
                regression.getSlope(),
                regression.getSlopeConfidenceInterval(),
                regression.getRSquare());
    }

    double at(double images) {
        return seconds + secondsPerImage * images;
    }

    double hoursAt(double images) {
        return at(images) / SECONDS_PER_HOUR;
    }

    /** Half-width of the 95 % confidence interval at a number of images, from that of the slope. */
    double halfWidthHoursAt(double images) {
        return halfWidth * Math.abs(images - meanImages) / SECONDS_PER_HOUR;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.2f s + %.2f ms per image, r² = %.3f", seconds, 1_000 * secondsPerImage, rSquared);
    }
}
