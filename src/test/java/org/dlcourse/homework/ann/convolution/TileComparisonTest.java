package org.dlcourse.homework.ann.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TileComparisonTest {
    @Test
    void correlationsOfConstructedTilesAreThoseOfTheirKernelsAndImages() {
        // Two images, three kernels: kernel 1 and 2 give multiples of one pattern each, kernel 3 one and its negative.
        double[] output = {1, 2, 3, 3, 1, 2, 0, 1, 0, /* image 2 */ 2, 4, 6, 6, 2, 4, 0, -1, 0};
        TileComparison correlation =
                TileComparison.correlation(Nd4j.createFromArray(output).reshape('c', 2, 3, 1, 3));

        assertThat(correlation.sameKernel()).as("mean of 1, 1 and -1").isCloseTo(1.0 / 3, within(1e-12));
        assertThat(correlation.absolute().sameKernel()).isCloseTo(1, within(1e-12));
        assertThat(correlation.values()[0][2])
                .as("kernels 1 and 2 in image 1: 1 2 3 with 3 1 2")
                .isCloseTo(11.0 / 14, within(1e-12));
    }

    @Test
    void distanceIsTheMeanDifferenceOfTheSortedValues() {
        double[] output = {1, 2, 3, 0, 0, 6, /* image 2 */ 3, 1, 2, 1, 0, 8};
        TileComparison distance =
                TileComparison.distance(Nd4j.createFromArray(output).reshape('c', 2, 2, 1, 3));

        assertThat(distance.values()[0][1]).as("the same values elsewhere").isZero();
        assertThat(distance.values()[2][3]).as("0 0 6 and 0 1 8").isCloseTo(1, within(1e-12));
        assertThat(distance.sameKernel()).isCloseTo(.5, within(1e-12));
        assertThat(distance.values()[0][2]).as("1 2 3 and 0 0 6").isCloseTo(2, within(1e-12));
    }

    @Test
    void tileAndItsNegativeAreFarApart() {
        double[] output = {0, 0, 3, 0, 0, -3};
        TileComparison distance =
                TileComparison.distance(Nd4j.createFromArray(output).reshape('c', 1, 2, 1, 3));

        assertThat(distance.sameImage()).isCloseTo(2, within(1e-12));
    }

    @Test
    void tilesOfNoiseAreNotSignificant() {
        INDArray noise = Nd4j.createFromArray(
                        SeededRandom.of(7, "noise").doubles(5 * 8 * 25 * 25).toArray())
                .reshape('c', 5, 8, 25, 25);

        assertThat(TileComparison.pValue(List.of(TileComparison.distance(noise)), 1))
                .as("control: p-value for noise")
                .isGreaterThan(0.01);
    }

    @Test
    void answersFollowTheDistances() {
        TileComparison near = new TileComparison(2, 2, pairs(1, 8));
        TileComparison far = new TileComparison(2, 2, pairs(8, 1));
        TileAnswers byKernel = new TileAnswers(near, near);
        TileAnswers byImage = new TileAnswers(far, far);

        assertThat(byKernel.sameColumn()).contains("differ by 1.0 on average");
        assertThat(byKernel.sameRow()).contains("differ by 8.0 on average, more than those of a column");
        assertThat(byKernel.conclusion()).startsWith("The appearance of an output channel depends on its kernel");
        assertThat(byImage.sameRow()).contains("differ by 1.0 on average, not more than those of a column");
        assertThat(byImage.conclusion()).startsWith("For these images and kernels");
    }

    /** Of two images and two kernels. */
    private static double[][] pairs(double sameKernel, double sameImage) {
        return new double[][] {
            {0, sameKernel, sameImage, 9},
            {sameKernel, 0, 9, sameImage},
            {sameImage, 9, 0, sameKernel},
            {9, sameImage, sameKernel, 0}
        };
    }
}
