package org.dlcourse.training;

import java.util.List;

/**
 * Says when a curve that should rise has stopped rising.
 *
 * <p>The curve is looked at once an epoch, as the mean of the points recorded in it. It rises in an epoch whose mean exceeds
 * that of the last epoch that rose by at least {@code leastRise}, so that slow steps add up; it has stopped once it did not
 * rise for {@code patience} epochs in a row.
 *
 * @param patience epochs without a rise, at least 1
 * @param leastRise smallest difference that counts as a rise, in the curve's unit
 */
public record PlateauRule(int patience, double leastRise) {
    public PlateauRule {
        if (patience < 1 || !(leastRise >= 0)) {
            throw new IllegalArgumentException(
                    "A plateau needs a patience of at least 1 epoch and a rise of at least 0, not " + patience + " and "
                            + leastRise + ".");
        }
    }

    /**
     * Whether the curve has stopped rising by the end of the last of these epochs.
     *
     * @param epochMeans mean of each epoch, from the first on
     */
    public boolean isFlat(List<Double> epochMeans) {
        double height = Double.NEGATIVE_INFINITY;
        int epochsWithoutRise = 0;
        for (double mean : epochMeans) {
            if (mean > height && mean >= height + leastRise) {
                height = mean;
                epochsWithoutRise = 0;
            } else {
                epochsWithoutRise++;
            }
        }
        return epochsWithoutRise >= patience;
    }
}
