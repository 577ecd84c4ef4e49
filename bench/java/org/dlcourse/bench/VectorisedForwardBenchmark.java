package org.dlcourse.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.dlcourse.backend.Backend;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.homework.fcnet.PlainLoop;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A 3072-50-10 network on a batch of 200, forward: products of matrices against plain loops, in double precision. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class VectorisedForwardBenchmark {
    private final TwoLayerNetwork network = new MatrixTwoLayerNetwork();
    private Parameters parameters;
    private INDArray inputs;
    private double[][] hiddenWeights;
    private double[][] outputWeights;
    private double[][] inputRows;

    @Setup
    public void draw() {
        Backend.start();
        Random random = new Random(1);
        parameters = new Parameters(
                numbers(random, 3072, 50),
                Nd4j.zeros(DataType.DOUBLE, 50),
                numbers(random, 50, 10),
                Nd4j.zeros(DataType.DOUBLE, 10));
        inputs = numbers(random, 200, 3072);
        hiddenWeights = parameters.hiddenWeights().toDoubleMatrix();
        outputWeights = parameters.outputWeights().toDoubleMatrix();
        inputRows = inputs.toDoubleMatrix();
    }

    private static INDArray numbers(Random random, int rows, int columns) {
        double[] values = random.doubles((long) rows * columns, -0.1, 0.1).toArray();
        return Nd4j.createFromArray(values).reshape('c', rows, columns);
    }

    @Benchmark
    public INDArray vectorised() {
        return network.probabilities(parameters, inputs);
    }

    @Benchmark
    public double[][] loopOverElements() {
        return PlainLoop.elementByElement(parameters, inputs);
    }

    @Benchmark
    public double[][] loopOverJavaArrays() {
        return PlainLoop.overJavaArrays(hiddenWeights, new double[50], outputWeights, new double[10], inputRows);
    }
}
