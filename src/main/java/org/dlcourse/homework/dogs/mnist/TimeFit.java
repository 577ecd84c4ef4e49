package org.dlcourse.homework.dogs.mnist;

import java.util.Locale;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * A line through times by size, by least squares.
 *
 * @param seconds at size 0: what does not depend on the size
 * @param secondsAnImage slope
 * @param halfWidth of the slope's 95 % confidence interval
 * @param rSquared part of the variance that the line explains
 */
record TimeFit(double seconds, double secondsAnImage, double halfWidth, double rSquared) {
    private static final double SECONDS_AN_HOUR = 3_600;

    static TimeFit of(double[] images, double[] seconds) {
        SimpleRegression regression = new SimpleRegression();
        for (int i = 0; i < images.length; i++) {
            regression.addData(images[i], seconds[i]);
        }
        return new TimeFit(
                regression.getIntercept(),
                regression.getSlope(),
                regression.getSlopeConfidenceInterval(),
                regression.getRSquare());
    }

    double at(double images) {
        return seconds + secondsAnImage * images;
    }

    double hoursAt(double images) {
        return at(images) / SECONDS_AN_HOUR;
    }

    /** What the slope's interval leaves open at so many images. */
    double halfWidthHoursAt(double images) {
        return halfWidth * images / SECONDS_AN_HOUR;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.2f s + %.3f ms an image, r² = %.4f", seconds, 1_000 * secondsAnImage, rSquared);
    }
}
