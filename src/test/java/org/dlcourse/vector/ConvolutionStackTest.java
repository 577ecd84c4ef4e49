package org.dlcourse.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
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
    private static final int LANES = 8;
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
                Arguments.of(stack(new Shape(16, 11, 20), new Convolution(2, 3, 11), RELU), 1),
                Arguments.of(stack(new Shape(16, 7, 13), new Convolution(3, 3, 8), RELU), 1),
                Arguments.of(stack(new Shape(8, 20, 14), new Convolution(9, 3, 8)), 1),
                Arguments.of(stack(new Shape(16, 10, 12), new Convolution(1, 5, 17)), 1),
                Arguments.of(stack(new Shape(8, 15, 14), new Convolution(5, 5, 16), RELU), 1),
                Arguments.of(stack(new Shape(16, 17, 30), new Convolution(5, 5, 8), RELU), 1),
                Arguments.of(stack(new Shape(8, 13, 13), new Convolution(7, 7, 16), new MaxPooling(2)), 1),
                Arguments.of(
                        stack(new Shape(8, 16, 24), new Convolution(3, 3, 16), RELU, new Convolution(3, 3, 8), RELU),
                        2),
                Arguments.of(stack(new Shape(8, 15, 18), new Convolution(5, 5, 8), new Convolution(3, 3, 16)), 2));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void outputsAreThoseOfTheDefinitionInDouble(Architecture architecture, int transformed) {
        Random random = new Random(3);
        ConvolutionStack stack = ConvolutionStack.of(architecture, LANES).orElseThrow();
        DefinedStack reference = new DefinedStack(architecture, stack, random);
        int count = 5;
        float[] images = numbers(random, count * (int) architecture.input().size(), 1);
        float[] outputs = new float[count * (int) stack.output().size()];

        stack.compute(images, count, outputs);

        for (int image = 0; image < count; image++) {
            DefinedStack.Bounded expected = reference.outputs(images, image);
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
                stack(new Shape(8, 16, 24), new Convolution(3, 3, 16), RELU, new Convolution(3, 3, 8));
        ConvolutionStack stack = ConvolutionStack.of(architecture, LANES).orElseThrow();
        Random random = new Random(6);
        DefinedStack reference = new DefinedStack(architecture, stack, random);
        assertThat(reference.transformed()).as("transformed convolutions").isEqualTo(2);
        float[] dead = new float[16];
        Arrays.fill(dead, -1e9f);
        stack.parameters(0, numbers(random, 16 * 8 * 9, 1), dead);
        float[] bias = numbers(random, 8, 1);
        stack.parameters(2, numbers(random, 8 * 16 * 9, 1), bias);
        float[] outputs = new float[(int) stack.output().size()];

        stack.compute(numbers(random, 8 * 16 * 24, 1), 1, outputs);

        for (int i = 0; i < outputs.length; i++) {
            assertThat(outputs[i])
                    .as("value %d, of zeros and a bias", i)
                    .isEqualTo(bias[i / (outputs.length / bias.length)]);
        }
    }

    @Test
    void parametersThatWereNoNumbersLeaveNothingBehind() {
        Architecture architecture = GrayCifarArchitectures.CNN_5;
        ConvolutionStack stack = ConvolutionStack.of(architecture, LANES).orElseThrow();
        DefinedStack reference = new DefinedStack(architecture, stack, new Random(7));
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
                ConvolutionStack.of(GrayCifarArchitectures.CNN_3, LANES).orElseThrow();

        assertThatThrownBy(() -> stack.compute(new float[9 * 1024], 9, new float[9 * 144]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("From 1 to 8 images go together, not 9.");
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
        ConvolutionStack stack = ConvolutionStack.of(architecture, LANES).orElseThrow();
        new DefinedStack(architecture, stack, random);
        int size = (int) architecture.input().size();
        float[] images = numbers(random, LANES * size, 1);
        float[] together = new float[LANES * (int) stack.output().size()];
        stack.compute(images, LANES, together);

        float[] last = Arrays.copyOfRange(images, images.length - size, images.length);
        float[] alone = new float[(int) stack.output().size()];
        stack.compute(last, 1, alone);

        assertThat(alone)
                .containsExactly(Arrays.copyOfRange(together, together.length - alone.length, together.length));
    }

    /** A processor without registers of sixteen floats computes on them too, slowly. */
    @ParameterizedTest
    @MethodSource("stacks")
    void outputsHaveTheSameBitsHoweverManyFloatsARegisterHolds(Architecture architecture, int transformed) {
        float[] images = numbers(new Random(9), 4 * (int) architecture.input().size(), 1);
        List<float[]> outputs = new ArrayList<>();
        for (int lanes : new int[] {4, 8, 16}) {
            ConvolutionStack stack = ConvolutionStack.of(architecture, lanes).orElseThrow();
            new DefinedStack(architecture, stack, new Random(10));
            outputs.add(new float[4 * (int) stack.output().size()]);
            stack.compute(images, 4, outputs.get(outputs.size() - 1));
        }

        assertThat(outputs.get(1)).containsExactly(outputs.get(0));
        assertThat(outputs.get(2)).containsExactly(outputs.get(0));
    }

    @Test
    void otherWidthsThanThoseOfRegistersAreRefused() {
        assertThatThrownBy(() -> ConvolutionStack.of(GrayCifarArchitectures.CNN_3, 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are vectors of 4, 8 and 16 floats, not of 32.");
    }

    @Test
    void imageThatIsNoNumberSpoilsNoOther() {
        Random random = new Random(5);
        Architecture architecture = GrayCifarArchitectures.CNN_3;
        ConvolutionStack stack = ConvolutionStack.of(architecture, LANES).orElseThrow();
        new DefinedStack(architecture, stack, random);
        int size = (int) architecture.input().size();
        float[] images = numbers(random, 2 * size, 1);
        float[] outputs = new float[2 * (int) stack.output().size()];
        stack.compute(images, 2, outputs);
        float[] expected = Arrays.copyOfRange(outputs, outputs.length / 2, outputs.length);

        images[size / 2] = Float.NaN;
        stack.compute(images, 2, outputs);

        assertThat(Arrays.copyOfRange(outputs, outputs.length / 2, outputs.length))
                .containsExactly(expected);
        assertThat(IntStream.range(0, outputs.length / 2).anyMatch(i -> Float.isNaN(outputs[i])))
                .as("a rectifier and a pooling pass NaN on")
                .isTrue();
    }

    @Test
    void otherLayersBeforeTheFirstFullyConnectedOneMakeNoStack() {
        assertThat(ConvolutionStack.of(GrayCifarArchitectures.MLP_1, LANES)).isEmpty();
        assertThat(ConvolutionStack.of(
                        GrayCifarArchitectures.CNN_3.withActivation(ActivationFunction.LOGISTIC_SIGMOID), LANES))
                .isEmpty();
    }

    @Test
    void endsBeforeTheFirstFullyConnectedLayer() {
        ConvolutionStack stack =
                ConvolutionStack.of(GrayCifarArchitectures.CNN_3, LANES).orElseThrow();

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

    static float[] numbers(Random random, int count, double scale) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (scale * random.nextGaussian());
        }
        return numbers;
    }
}
