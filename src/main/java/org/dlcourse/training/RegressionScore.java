package org.dlcourse.training;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How close a network's outputs come to targets that are numbers.
 *
 * @param meanSquaredError mean over examples and outputs of the squared difference
 * @param r2 coefficient of determination: 1 less the summed squared differences divided by those of each target from the mean of its
 *     output over the set; 1 is perfect, 0 is what that mean alone reaches
 */
public record RegressionScore(double meanSquaredError, double r2) {
    @JsonIgnore
    boolean isFinite() {
        return Double.isFinite(meanSquaredError) && Double.isFinite(r2);
    }
}
