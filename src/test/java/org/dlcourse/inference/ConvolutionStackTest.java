package org.dlcourse.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.GrayCifarArchitectures;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionStackTest {
    private static final LayerSpec RELU = new Activation(ActivationFunction.RELU);
    private static final LayerSpec PREDICTION = new FullyConnected(10, true);

    /**
     * Strides, colours, filters in and beside groups of eight, rows that fill no tile, fewer rows than go together and kernels
     * higher than those; each with the number of its convolutions that are transformed.
     */
    static Stream<Arguments> stacks() {
        return Stream.of(
                Arguments.of(stack(new Shape(1, 9, 9), new Convolution(3, 3, 16), RELU), 0),
                Arguments.of(stack(new Shape(9, 10, 12), new Convolution(1, 7, 17)), 0),
                Arguments.of(stack(new Shape(3, 9, 8), new Convolution(4, 2, 5), RELU, new MaxPooling(3)), 0),
                Arguments.of(stack(new Shape(3, 12, 11), new Convolution(3, 3, 9, 2), new MaxPooling(2), RELU), 0),
                Arguments.of(stack(new Shape(4, 8, 8), new MaxPooling(2), RELU, new Convolution(1, 1, 8)), 0),
                Arguments.of(stack(new Shape(16, 12, 13), new Convolution(3, 3, 8)), 1),
                Arguments.of(stack(new Shape(16, 11, 16), new Convolution(2, 3, 11), RELU), 1),
                Arguments.of(stack(new Shape(16, 7, 13), new Convolution(3, 3, 8), RELU), 1),
                Arguments.of(stack(new Shape(8, 20, 14), new Convolution(9, 3, 8)), 1),
                Arguments.of(stack(new Shape(16, 10, 12), new Convolution(1, 5, 17)), 1),
                Arguments.of(stack(new Shape(8, 15, 14), new Convolution(5, 5, 16), RELU), 1),
                Arguments.of(stack(new Shape(16, 17, 30), new Convolution(5, 5, 8), RELU), 1),
                Arguments.of(stack(new Shape(8, 13, 13), new Convolution(7, 7, 16), new MaxPooling(2)), 1),
                Arguments.of(
                        stack(new Shape(8, 16, 18), new Convolution(3, 3, 16), RELU, new Convolution(3, 3, 8), RELU),
                        2),
                Arguments.of(stack(new Shape(8, 15, 18), new Convolution(5, 5, 8), new Convolution(3, 3, 16)), 2));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void outputsAreThoseOfTheDefinitionInDouble(Architecture architecture, int transformed) {
        Random random = new Random(3);
        ConvolutionStack stack = ConvolutionStack.of(architecture).orElseThrow();
        Reference reference = new Reference(architecture, stack, random);
        int count = 5;
        float[] images = numbers(random, count * (int) architecture.input().size(), 1);
        float[] outputs = new float[count * (int) stack.output().size()];

        stack.compute(images, count, outputs);

        for (int image = 0; image < count; image++) {
            Bounded expected = reference.outputs(images, image);
            for (int i = 0; i < expected.values().length; i++) {
                assertThat((double) outputs[image * expected.values().length + i])
                        .as("value %d of image %d", i, image)
                        .isCloseTo(expected.values()[i], offset(expected.bounds()[i]));
            }
            double meanSquare = Arrays.stream(expected.values())
                    .map(value -> value * value)
                    .average()
                    .orElseThrow();
            assertThat(Arrays.stream(expected.bounds()).max().orElseThrow())
                    .as("control: the bound beside what it bounds")
                    .isLessThan(.02 * Math.sqrt(meanSquare));
        }
        assertThat(reference.transformed()).as("transformed convolutions").isEqualTo(transformed);
    }

    /** What cancels out of a tile but for rounding must not be there at all where it is large. */
    @Test
    void whatLiesBehindARowSpoilsNothing() {
        Architecture architecture =
                stack(new Shape(8, 16, 18), new Convolution(3, 3, 16), RELU, new Convolution(3, 3, 8));
        ConvolutionStack stack = ConvolutionStack.of(architecture).orElseThrow();
        Random random = new Random(6);
        Reference reference = new Reference(architecture, stack, random);
        assertThat(reference.transformed()).as("transformed convolutions").isEqualTo(2);
        float[] dead = new float[16];
        Arrays.fill(dead, -1e9f);
        stack.parameters(0, numbers(random, 16 * 8 * 9, 1), dead);
        float[] bias = numbers(random, 8, 1);
        stack.parameters(2, numbers(random, 8 * 16 * 9, 1), bias);
        float[] outputs = new float[(int) stack.output().size()];

        stack.compute(numbers(random, 8 * 16 * 18, 1), 1, outputs);

        for (int i = 0; i < outputs.length; i++) {
            assertThat(outputs[i])
                    .as("value %d, of zeros and a bias", i)
                    .isEqualTo(bias[i / (outputs.length / bias.length)]);
        }
    }

    @Test
    void parametersThatWereNoNumbersLeaveNothingBehind() {
        Architecture architecture = GrayCifarArchitectures.CNN_5;
        ConvolutionStack stack = ConvolutionStack.of(architecture).orElseThrow();
        Reference reference = new Reference(architecture, stack, new Random(7));
        float[] images = numbers(new Random(8), 3 * 1024, 1);
        float[] before = new float[3 * (int) stack.output().size()];
        stack.compute(images, 3, before);

        float[] weights = new float[8 * 9];
        Arrays.fill(weights, Float.NaN);
        stack.parameters(0, weights, new float[8]);
        float[] spoilt = new float[before.length];
        stack.compute(images, 3, spoilt);
        assertThat(spoilt).as("control: the parameters count").containsOnly(Float.NaN);

        reference.teach(stack);
        float[] after = new float[before.length];
        stack.compute(images, 3, after);
        assertThat(after).containsExactly(before);
    }

    @Test
    void moreImagesThanLanesAndOtherLayersAreRefused() {
        ConvolutionStack stack =
                ConvolutionStack.of(GrayCifarArchitectures.CNN_3).orElseThrow();

        assertThatThrownBy(() -> stack.compute(new float[17 * 1024], 17, new float[17 * 144]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("From 1 to 16 images go together, not 17.");
        assertThatThrownBy(() -> stack.parameters(1, new float[0], new float[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Layer 1 is no convolution of this stack");
    }

    @Test
    void transformsAreUsedWhereTheyAreFaster() {
        assertThat(WinogradConvolution.transformIfFaster(new Convolution(5, 5, 8), new Shape(16, 30, 30)))
                .contains(new WinogradTransform(4, 5));
        assertThat(WinogradConvolution.transformIfFaster(new Convolution(3, 3, 16), new Shape(1, 32, 32)))
                .as("one channel: transforms would take longer than what they save")
                .isEmpty();
        assertThat(WinogradConvolution.transformIfFaster(new Convolution(3, 3, 16, 2), new Shape(16, 32, 32)))
                .as("a stride")
                .isEmpty();
        assertThat(WinogradConvolution.transformIfFaster(new Convolution(4, 4, 16), new Shape(16, 32, 32)))
                .as("four taps")
                .isEmpty();
    }

    @Test
    void imageHasTheSameOutputsWhateverComesWithIt() {
        Random random = new Random(4);
        Architecture architecture = GrayCifarArchitectures.CNN_4;
        ConvolutionStack stack = ConvolutionStack.of(architecture).orElseThrow();
        new Reference(architecture, stack, random);
        int size = (int) architecture.input().size();
        float[] images = numbers(random, ConvolutionStack.IMAGES * size, 1);
        float[] together =
                new float[ConvolutionStack.IMAGES * (int) stack.output().size()];
        stack.compute(images, ConvolutionStack.IMAGES, together);

        float[] last = new float[size];
        System.arraycopy(images, images.length - size, last, 0, size);
        float[] alone = new float[(int) stack.output().size()];
        stack.compute(last, 1, alone);

        assertThat(alone).containsExactly(tail(together, alone.length));
    }

    @Test
    void imageThatIsNoNumberSpoilsNoOther() {
        Random random = new Random(5);
        Architecture architecture = GrayCifarArchitectures.CNN_3;
        ConvolutionStack stack = ConvolutionStack.of(architecture).orElseThrow();
        new Reference(architecture, stack, random);
        int size = (int) architecture.input().size();
        float[] images = numbers(random, 2 * size, 1);
        float[] outputs = new float[2 * (int) stack.output().size()];
        stack.compute(images, 2, outputs);
        float[] expected = tail(outputs, outputs.length / 2);

        images[size / 2] = Float.NaN;
        stack.compute(images, 2, outputs);

        assertThat(tail(outputs, outputs.length / 2)).containsExactly(expected);
        assertThat(IntStream.range(0, outputs.length / 2).anyMatch(i -> Float.isNaN(outputs[i])))
                .as("a rectifier and a pooling pass on what is no number")
                .isTrue();
    }

    @Test
    void otherLayersBeforeTheFirstFullyConnectedOneMakeNoStack() {
        assertThat(ConvolutionStack.of(GrayCifarArchitectures.MLP_1)).isEmpty();
        assertThat(ConvolutionStack.of(
                        GrayCifarArchitectures.CNN_3.withActivation(ActivationFunction.LOGISTIC_SIGMOID)))
                .isEmpty();
    }

    @Test
    void endsBeforeTheFirstFullyConnectedLayer() {
        ConvolutionStack stack =
                ConvolutionStack.of(GrayCifarArchitectures.CNN_3).orElseThrow();

        assertThat(stack.layers())
                .isEqualTo(GrayCifarArchitectures.CNN_3.layers().size() - 1);
        assertThat(stack.output()).isEqualTo(new Shape(16, 3, 3));
        assertThat(stack.convolutions()).containsExactlyInAnyOrder(0, 2, 5);
    }

    private static Architecture stack(Shape input, LayerSpec... layers) {
        return new Architecture(
                "stack",
                input,
                Stream.concat(Stream.of(layers), Stream.of(PREDICTION)).toList());
    }

    private static float[] tail(float[] values, int count) {
        float[] tail = new float[count];
        System.arraycopy(values, values.length - count, tail, 0, count);
        return tail;
    }

    private static float[] numbers(Random random, int count, double scale) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (scale * random.nextGaussian());
        }
        return numbers;
    }

    /**
     * Values of one image and how far computed ones may be from them.
     *
     * @param values [channels, height, width]
     * @param bounds shaped as the values
     */
    private record Bounded(double[] values, double[] bounds) {}

    /** The layers as they are defined, in double, with parameters that the stack learns too. */
    private static final class Reference {
        /** Of the input three; of the weight's factor one; of the output five: the offset, a pair, two powers, and the first or last. */
        private static final int TRANSFORM_ROUNDINGS = 3 + 1 + 5;

        /** The largest sum of a row of the inputs' transform: (1 + 4 + 5) (1 + 1/2). */
        private static final double INPUT_GROWTH = 15;

        private static final double[] POINTS = {0, 1, -1, 2, -2, .5, -.5};

        private final Architecture architecture;
        private final List<LayerSpec> layers;
        private final float[][] weights;
        private final float[][] biases;

        Reference(Architecture architecture, ConvolutionStack stack, Random random) {
            this.architecture = architecture;
            this.layers = architecture.layers().subList(0, stack.layers());
            this.weights = new float[layers.size()][];
            this.biases = new float[layers.size()][];
            Shape shape = architecture.input();
            for (int place = 0; place < layers.size(); place++) {
                if (layers.get(place) instanceof Convolution convolution) {
                    int terms = (int) convolution.weights(shape) / convolution.filters();
                    weights[place] = numbers(random, (int) convolution.weights(shape), Math.sqrt(2. / terms));
                    biases[place] = numbers(random, convolution.filters(), 1);
                }
                shape = layers.get(place).outputShape(shape);
            }
            teach(stack);
        }

        /** Gives the stack these parameters. */
        void teach(ConvolutionStack stack) {
            for (int place : stack.convolutions()) {
                stack.parameters(place, weights[place], biases[place]);
            }
        }

        int transformed() {
            int count = 0;
            Shape shape = architecture.input();
            for (LayerSpec layer : layers) {
                if (layer instanceof Convolution convolution
                        && WinogradConvolution.transformIfFaster(convolution, shape)
                                .isPresent()) {
                    count++;
                }
                shape = layer.outputShape(shape);
            }
            return count;
        }

        Bounded outputs(float[] images, int image) {
            Shape shape = architecture.input();
            int size = (int) shape.size();
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = images[image * size + i];
            }
            Bounded now = new Bounded(values, new double[size]);
            for (int place = 0; place < layers.size(); place++) {
                LayerSpec layer = layers.get(place);
                if (layer instanceof Convolution convolution) {
                    now = convolution(convolution, shape, now, weights[place], biases[place]);
                } else if (layer instanceof MaxPooling pooling) {
                    now = pooling(pooling, shape, now);
                } else {
                    now = new Bounded(
                            Arrays.stream(now.values())
                                    .map(value -> Math.max(0, value))
                                    .toArray(),
                            now.bounds());
                }
                shape = layer.outputShape(shape);
            }
            return now;
        }

        /**
         * The error of a sum of n products is below n + 1 roundings of the sum of their sizes (Higham, "Accuracy and Stability of
         * Numerical Algorithms", 2002, section 3.1); that of a transform below as many of the sizes that it sums up.
         */
        private static Bounded convolution(
                Convolution spec, Shape shape, Bounded input, float[] weights, float[] bias) {
            Shape out = spec.outputShape(shape);
            int terms = weights.length / spec.filters();
            Optional<WinogradTransform> transform = WinogradConvolution.transformIfFaster(spec, shape);
            double largest = Arrays.stream(input.values()).map(Math::abs).max().orElseThrow();
            double[] values = new double[(int) out.size()];
            double[] bounds = new double[values.length];
            for (int at = 0; at < values.length; at++) {
                int filter = at / (out.height() * out.width());
                int top = at / out.width() % out.height() * spec.stride();
                int left = at % out.width() * spec.stride();
                double sum = bias[filter];
                double sizes = Math.abs(sum);
                for (int term = 0; term < terms; term++) {
                    int channel = term / (spec.kernelHeight() * spec.kernelWidth());
                    int row = top + term / spec.kernelWidth() % spec.kernelHeight();
                    int from = (channel * shape.height() + row) * shape.width() + left + term % spec.kernelWidth();
                    double weight = weights[filter * terms + term];
                    sum += weight * input.values()[from];
                    sizes += Math.abs(weight * input.values()[from]);
                    bounds[at] += Math.abs(weight) * input.bounds()[from];
                }
                values[at] = sum;
                int column = at % out.width();
                bounds[at] += transform
                        .map(tiles -> relative(terms / tiles.taps() + TRANSFORM_ROUNDINGS)
                                * (Math.abs(bias[filter])
                                        + largest
                                                * growth(
                                                        tiles,
                                                        column % tiles.outputs(),
                                                        weights,
                                                        filter * terms,
                                                        terms)))
                        .orElse(relative(terms + 1) * sizes);
            }
            return new Bounded(values, bounds);
        }

        /** What so many roundings, one after another, may change relatively (Higham, section 3.1). */
        private static double relative(int roundings) {
            double half = roundings * Math.ulp(1f) / 2;
            return half / (1 - half);
        }

        /**
         * How many times the largest input the sizes of all that a tile's output is summed up from can be. Pixels behind the
         * width are zero.
         */
        private static double growth(WinogradTransform tiles, int output, float[] weights, int from, int terms) {
            double growth = 0;
            for (int product = 0; product < WinogradTransform.PRODUCTS; product++) {
                double power = product < POINTS.length
                        ? Math.abs(Math.pow(POINTS[product], output))
                        : output == tiles.outputs() - 1 ? 1 : 0;
                for (int column = from; column < from + terms; column += tiles.taps()) {
                    growth += INPUT_GROWTH * power * Math.abs(tiles.filter(product, weights, column));
                }
            }
            return growth;
        }

        private static Bounded pooling(MaxPooling spec, Shape shape, Bounded input) {
            Shape out = spec.outputShape(shape);
            double[] values = new double[(int) out.size()];
            double[] bounds = new double[values.length];
            for (int at = 0; at < values.length; at++) {
                values[at] = Double.NEGATIVE_INFINITY;
                for (int place = 0; place < spec.size() * spec.size(); place++) {
                    int channel = at / (out.height() * out.width());
                    int row = at / out.width() % out.height() * spec.size() + place / spec.size();
                    int column = at % out.width() * spec.size() + place % spec.size();
                    int from = (channel * shape.height() + row) * shape.width() + column;
                    values[at] = Math.max(values[at], input.values()[from]);
                    bounds[at] = Math.max(bounds[at], input.bounds()[from]);
                }
            }
            return new Bounded(values, bounds);
        }
    }
}
