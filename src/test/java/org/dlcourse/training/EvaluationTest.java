package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dlcourse.model.Loss;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class EvaluationTest {
    /** A float's rounding of numbers up to 1. */
    private static final double ROUNDING = Math.scalb(1, -24);

    @Test
    void examplesCountTheSameHoweverManyComeAtATime() {
        Evaluation.Sums sums = new Evaluation.Sums(Loss.CROSS_ENTROPY);
        sums.add(outputs(new float[][] {{.5f, .5f}, {.75f, .25f}, {.125f, .875f}}), new int[] {1, 1, 1});
        sums.add(outputs(new float[][] {{.0625f, .9375f}}), new int[] {0});

        Evaluation mean = sums.mean();

        // 1/2, 1/4, 7/8 and 1/16 at the labels. A mean of the two batches' means would be 1.752.
        double expected = -(Math.log(.5) + Math.log(.25) + Math.log(.875) + Math.log(.0625)) / 4;
        assertThat(mean.loss()).isCloseTo(expected, within(4 * ROUNDING));
        assertThat(mean.accuracy()).as("a tie goes to the first class").isEqualTo(.25);
    }

    @Test
    void meanSquaredErrorIsAMeanOverClassesToo() {
        Evaluation.Sums sums = new Evaluation.Sums(Loss.MEAN_SQUARED_ERROR);
        sums.add(outputs(new float[][] {{.5f, -1, 2}}), new int[] {0});

        assertThat(sums.mean().loss()).isEqualTo((.25 + 1 + 4) / 3);
        assertThat(sums.mean().accuracy()).isZero();
    }

    @Test
    void probabilityOfZeroCountsAsTheSmallestNormalNumber() {
        Evaluation.Sums sums = new Evaluation.Sums(Loss.CROSS_ENTROPY);
        sums.add(outputs(new float[][] {{1, 0}}), new int[] {1});

        assertThat(sums.mean().loss()).isCloseTo(126 * Math.log(2), within(1e-12));
    }

    private static INDArray outputs(float[][] rows) {
        return Nd4j.createFromArray(rows);
    }
}
