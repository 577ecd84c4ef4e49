package org.dlcourse.kit;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays of random numbers for cases that a check draws. */
public final class NormalArray {
    private NormalArray() {}

    /**
     * Numbers with mean 0 and standard deviation 1, in double precision.
     *
     * @param random where they are drawn from
     * @param shape of the array
     */
    public static INDArray of(Random random, int... shape) {
        int length = IntStream.of(shape).reduce(1, (a, b) -> a * b);
        return Nd4j.createFromArray(DoubleStream.generate(random::nextGaussian)
                        .limit(length)
                        .toArray())
                .reshape('c', shape);
    }
}
