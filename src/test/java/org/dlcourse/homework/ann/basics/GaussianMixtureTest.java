package org.dlcourse.homework.ann.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dlcourse.dataset.Examples;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;

class GaussianMixtureTest {
    @Test
    void posteriorEqualsTheFractionOfDrawnPointsOfTheClass() {
        Examples points = GaussianMixture.draw(200_000, SeededRandom.of(1, "counting"));
        double[] features = points.features().data().asDouble();
        double expected = 0;
        int inBox = 0;
        int ofFirstClass = 0;
        for (int i = 0; i < points.count(); i++) {
            double x = features[2 * i];
            double y = features[2 * i + 1];
            if (Math.abs(x) < 0.5 && Math.abs(y - 1) < 0.5) {
                inBox++;
                ofFirstClass += points.labels()[i] == 0 ? 1 : 0;
                expected += GaussianMixture.posterior(x, y)[0];
            }
        }
        double fraction = (double) ofFirstClass / inBox;
        assertThat(fraction)
                .as("fraction of the first class among the %d points of a box, within four standard errors", inBox)
                .isCloseTo(expected / inBox, within(4 * Math.sqrt(fraction * (1 - fraction) / inBox)));
    }
}
