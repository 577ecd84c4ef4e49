package org.dlcourse.exercise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dlcourse.exercise.PytorchOracle.Question;
import org.dlcourse.exercise.PytorchOracle.Values;
import org.dlcourse.util.SeededRandom;

/**
 * Questions for PyTorch of random shapes and numbers.
 *
 * @param seed the same one gives the same questions
 */
record RandomQuestions(long seed) {
    private static final int CASES = 20;

    /** Inputs and kernels. */
    List<Question> convolutions2d() {
        return drawn("conv2d", RandomQuestions::convolution2d);
    }

    /** With strides that leave input over, too. */
    List<Question> convolutions1d() {
        return drawn("conv1d", RandomQuestions::convolution1d);
    }

    /** With biases and a penalty. */
    List<Question> networks() {
        return drawn("two_layer_network", RandomQuestions::network);
    }

    private List<Question> drawn(String operation, Function<Random, Map<String, Values>> arrays) {
        Random random = SeededRandom.of(seed, "questions for PyTorch: " + operation);
        return Stream.generate(() -> new Question(operation, arrays.apply(random)))
                .limit(CASES)
                .toList();
    }

    private static Map<String, Values> convolution2d(Random random) {
        int channels = random.nextInt(1, 6);
        int height = random.nextInt(1, 6);
        // Not 1 x 1, which is equal when it is flipped.
        int width = random.nextInt(2, 6);
        return Map.of(
                "input",
                normal(
                        random,
                        random.nextInt(1, 5),
                        channels,
                        height + random.nextInt(0, 9),
                        width + random.nextInt(0, 9)),
                "kernel",
                normal(random, random.nextInt(1, 7), channels, height, width));
    }

    private static Map<String, Values> convolution1d(Random random) {
        int batch = random.nextInt(1, 4);
        int channels = random.nextInt(1, 8);
        int filters = random.nextInt(1, 8);
        int kernel = random.nextInt(2, 8);
        int stride = random.nextInt(1, 7);
        int positions = random.nextInt(1, 30);
        int uncovered = random.nextInt(0, stride);
        return Map.of(
                "input",
                normal(random, batch, channels, (positions - 1) * stride + kernel + uncovered),
                "weights",
                normal(random, filters, channels, kernel),
                "bias",
                normal(random, filters),
                "stride",
                Values.of(stride),
                "output_gradient",
                normal(random, batch, filters, positions));
    }

    private static Map<String, Values> network(Random random) {
        int inputs = random.nextInt(2, 9);
        int units = random.nextInt(6, 15);
        int classes = random.nextInt(3, 7);
        int samples = random.nextInt(4, 12);
        // The last class has no sample: else the number of classes could be taken from the labels.
        double[] labels = random.ints(samples, 0, classes - 1).asDoubleStream().toArray();
        return Map.of(
                "inputs",
                normal(random, samples, inputs),
                "labels",
                new Values(new long[] {samples}, labels),
                "penalty",
                Values.of(random.nextDouble(.1, .5)),
                "hidden_weights",
                normal(random, inputs, units),
                "hidden_bias",
                normal(random, units),
                "output_weights",
                normal(random, units, classes),
                "output_bias",
                normal(random, classes));
    }

    private static Values normal(Random random, long... shape) {
        long length = LongStream.of(shape).reduce(1, (a, b) -> a * b);
        return new Values(
                shape, DoubleStream.generate(random::nextGaussian).limit(length).toArray());
    }

    /** The same with each kernel, behind the first two dimensions, in reverse. */
    static Question flipped(Question question, String kernels) {
        Values right = question.arrays().get(kernels);
        int kernel = right.values().length / Math.toIntExact(right.shape()[0] * right.shape()[1]);
        double[] reversed = IntStream.range(0, right.values().length)
                .mapToDouble(i -> right.values()[i / kernel * kernel + kernel - 1 - i % kernel])
                .toArray();
        Map<String, Values> arrays = new LinkedHashMap<>(question.arrays());
        arrays.put(kernels, new Values(right.shape(), reversed));
        return new Question(question.operation(), arrays);
    }
}
