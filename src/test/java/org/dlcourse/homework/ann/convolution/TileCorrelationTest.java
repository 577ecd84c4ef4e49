package org.dlcourse.homework.ann.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TileCorrelationTest {
    @Test
    void correlationsOfConstructedTilesAreThoseOfTheirKernelsAndImages() {
        // Two images, three kernels: a tile is its kernel's pattern but for the sign of kernel 3 in image 2.
        double[] output = {1, 2, 3, 3, 1, 2, 0, 1, 0, /* image 2 */ 2, 3, 4, 6, 2, 4, 0, -1, 0};
        TileCorrelation correlation =
                TileCorrelation.aboutMean(Nd4j.createFromArray(output).reshape('c', 2, 3, 1, 3));

        assertThat(correlation.sameKernel()).as("mean of 1, 1 and -1").isCloseTo(1.0 / 3, within(1e-12));
        assertThat(correlation.correlations()[0][1])
                .as("kernel 1 in both images")
                .isCloseTo(1, within(1e-12));
        assertThat(correlation.correlations()[4][5])
                .as("kernel 3 in both images")
                .isCloseTo(-1, within(1e-12));
        assertThat(correlation.correlations()[0][2])
                .as("kernels 1 and 2 in image 1: 1 2 3 with 3 1 2")
                .isCloseTo(-0.5, within(1e-12));
    }

    @Test
    void tilesOfNoiseAreNotSignificant() {
        INDArray noise = Nd4j.createFromArray(
                        SeededRandom.of(7, "noise").doubles(5 * 8 * 25 * 25).toArray())
                .reshape('c', 5, 8, 25, 25);

        assertThat(TileCorrelation.pValue(List.of(TileCorrelation.aboutZero(noise)), 1))
                .as("control: p-value for noise")
                .isGreaterThan(0.01);
    }

    @Test
    void answersFollowTheCorrelations() {
        TileAnswers byKernel = new TileAnswers(new TileCorrelation(
                2, 2, new double[][] {{1, 0.8, 0.1, 0.1}, {0.8, 1, 0.1, 0.1}, {0.1, 0.1, 1, 0.8}, {0.1, 0.1, 0.8, 1}}));
        TileAnswers byImage = new TileAnswers(new TileCorrelation(
                2, 2, new double[][] {{1, 0.1, 0.8, 0.1}, {0.1, 1, 0.1, 0.8}, {0.8, 0.1, 1, 0.1}, {0.1, 0.8, 0.1, 1}}));

        assertThat(byKernel.sameColumn()).contains("is 0.80.");
        assertThat(byKernel.sameRow()).contains("is 0.10, below that of a column");
        assertThat(byKernel.conclusion()).startsWith("The appearance of an output channel depends on its kernel");
        assertThat(byImage.sameRow()).contains("is 0.80, not below that of a column");
        assertThat(byImage.conclusion()).startsWith("For these images and kernels");
    }
}
