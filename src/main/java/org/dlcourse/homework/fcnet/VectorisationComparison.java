package org.dlcourse.homework.fcnet;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.kit.RelativeError;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Relative differences of vectorised probabilities from those of plain loops, for a network of 3072-50-10 and a batch of 200.
 *
 * @param fromJavaArrays from loops over Java's arrays
 * @param fromElementByElement from loops that read the arrays element by element, for the first three samples
 * @param timesFaster how many times as fast the vectorised probabilities are as those loops, per sample, in this run
 */
record VectorisationComparison(double fromJavaArrays, double fromElementByElement, double timesFaster) {
    private static final int SAMPLES = 200;
    private static final int FIRST_SAMPLES = 3;

    private static final int TIMINGS = 5;

    static VectorisationComparison of(TwoLayerNetwork solution) {
        Parameters parameters =
                new Parameters(uniform(1, 3072, 50), uniform(2, 50), uniform(3, 50, 10), uniform(4, 10));
        INDArray inputs = uniform(5, SAMPLES, 3072);
        INDArray vectorised = solution.probabilities(parameters, inputs);
        double[][] overArrays = PlainLoop.overJavaArrays(
                parameters.hiddenWeights().toDoubleMatrix(),
                parameters.hiddenBias().toDoubleVector(),
                parameters.outputWeights().toDoubleMatrix(),
                parameters.outputBias().toDoubleVector(),
                inputs.toDoubleMatrix());
        double[][] elementByElement = PlainLoop.elementByElement(parameters, first(inputs));
        double timesFaster = (double) SAMPLES
                / FIRST_SAMPLES
                * shortest(() -> PlainLoop.elementByElement(parameters, first(inputs)))
                / shortest(() -> solution.probabilities(parameters, inputs));
        return new VectorisationComparison(
                error(vectorised, overArrays), error(first(vectorised), elementByElement), timesFaster);
    }

    private static INDArray uniform(long seed, int... shape) {
        int length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return Nd4j.createFromArray(new Random(seed).doubles(length, -0.1, 0.1).toArray())
                .reshape('c', shape);
    }

    /** The shortest of some times in ns: what other programs on the machine add is left out. */
    private static double shortest(Runnable computation) {
        return LongStream.generate(() -> {
                    long start = System.nanoTime();
                    computation.run();
                    return System.nanoTime() - start;
                })
                .limit(TIMINGS)
                .min()
                .orElseThrow();
    }

    private static INDArray first(INDArray rows) {
        return rows.get(NDArrayIndex.interval(0, FIRST_SAMPLES));
    }

    private static double error(INDArray vectorised, double[][] loop) {
        return RelativeError.of(
                ToyData.values(vectorised),
                Arrays.stream(loop).flatMapToDouble(Arrays::stream).toArray());
    }
}
