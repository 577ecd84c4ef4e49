package org.dlcourse.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
import org.junit.jupiter.params.provider.MethodSource;

class TrainableStackTest {
    private static final int LANES = 8;
    private static final LayerSpec RELU = new Activation(ActivationFunction.RELU);

    /**
     * Kernels of 1 to 7 columns, filters in and beside groups of four and eight, squares that do not cover their input, rectifiers before and
     * behind poolings; small whole numbers stay exact in all of them, since no convolution is transformed.
     */
    static Stream<Architecture> stacks() {
        return Stream.of(
                stack(new Shape(1, 5, 6), new Convolution(2, 3, 2), RELU),
                stack(new Shape(3, 7, 9), new Convolution(1, 5, 9), RELU, new MaxPooling(2)),
                stack(new Shape(2, 9, 8), new Convolution(3, 2, 5), new MaxPooling(3), RELU),
                stack(new Shape(2, 8, 9), new Convolution(2, 2, 3), RELU, new Convolution(3, 4, 4), RELU),
                stack(new Shape(1, 9, 9), new MaxPooling(2), RELU, new Convolution(1, 1, 8), new Convolution(2, 2, 3)),
                stack(new Shape(1, 10, 9), new Convolution(4, 7, 6), new MaxPooling(2), new Convolution(2, 1, 17)));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void gradientsOfWholeNumbersAreExactlyThoseOfTheDefinition(Architecture architecture) {
        for (int count : new int[] {1, 3, LANES, LANES + 3, 21}) {
            TrainableStack stack = TrainableStack.of(architecture, LANES).orElseThrow();
            DefinedGradient reference = new DefinedGradient(architecture, new Random(count));
            float[] images = wholeNumbers(
                    new Random(1), count * (int) architecture.input().size(), 3);
            float[] outputGradients =
                    wholeNumbers(new Random(2), count * (int) stack.output().size(), 3);
            reference.teach(stack);
            float[] outputs = new float[outputGradients.length];

            stack.forward(images, count, outputs);
            stack.backward(outputGradients);

            reference.compute(images, count, outputGradients);
            assertThat(outputs).as("outputs of %d images", count).containsExactly(reference.outputs());
            for (int index : stack.convolutions()) {
                assertThat(stack.weightsGradient(index))
                        .as("gradient of the weights of layer %d, %d images", index, count)
                        .containsExactly(reference.weightsGradient(index));
                assertThat(stack.biasGradient(index))
                        .as("gradient of the bias of layer %d, %d images", index, count)
                        .containsExactly(reference.biasGradient(index));
            }
            assertThat(reference.largest())
                    .as("below this all whole numbers are exact")
                    .isLessThan(1 << 24);
        }
    }

    @Test
    void gradientsHaveTheSameBitsHoweverManyFloatsARegisterHolds() {
        for (Architecture architecture : List.of(GrayCifarArchitectures.CNN_4, GrayCifarArchitectures.CNN_5)) {
            List<float[]> gradients = new ArrayList<>();
            for (int lanes : new int[] {4, 8, 16}) {
                TrainableStack stack = TrainableStack.of(architecture, lanes).orElseThrow();
                new DefinedGradient(architecture, new Random(3)).teach(stack);
                int count = 19;
                float[] outputs = new float[count * (int) stack.output().size()];
                stack.forward(ConvolutionStackTest.numbers(new Random(4), count * 1024, 1), count, outputs);
                stack.backward(ConvolutionStackTest.numbers(new Random(5), outputs.length, 1));
                gradients.add(stack.weightsGradient(2));
            }

            assertThat(gradients.get(1)).containsExactly(gradients.get(0));
            assertThat(gradients.get(2)).containsExactly(gradients.get(0));
        }
    }

    @Test
    void lastBatchLeavesNothingBehind() {
        Architecture architecture = GrayCifarArchitectures.CNN_3;
        TrainableStack stack = TrainableStack.of(architecture, LANES).orElseThrow();
        new DefinedGradient(architecture, new Random(6)).teach(stack);
        float[] images = ConvolutionStackTest.numbers(new Random(7), 3 * 1024, 1);
        float[] outputs = new float[2 * LANES * (int) stack.output().size()];
        float[] outputGradients = ConvolutionStackTest.numbers(new Random(8), outputs.length, 1);
        stack.forward(images, 3, outputs);
        stack.backward(outputGradients);
        float[] expected = stack.weightsGradient(0);

        float[] spoilt = new float[2 * LANES * 1024];
        Arrays.fill(spoilt, Float.NaN);
        stack.forward(spoilt, 2 * LANES, outputs);
        stack.backward(outputGradients);
        assertThat(stack.weightsGradient(0)).as("control: images count").contains(Float.NaN);
        stack.forward(images, 3, outputs);
        stack.backward(outputGradients);

        assertThat(stack.weightsGradient(0)).containsExactly(expected);
    }

    @Test
    void stridesAndOtherLayersMakeNoStack() {
        assertThat(TrainableStack.of(stack(new Shape(1, 9, 9), new Convolution(3, 3, 2, 2)), LANES))
                .isEmpty();
        assertThat(TrainableStack.of(GrayCifarArchitectures.MLP_1, LANES)).isEmpty();
    }

    private static Architecture stack(Shape input, LayerSpec... layers) {
        return new Architecture(
                "stack",
                input,
                Stream.concat(Stream.of(layers), Stream.of(new FullyConnected(10, true)))
                        .toList());
    }

    static float[] wholeNumbers(Random random, int count, int largest) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextInt(2 * largest + 1) - largest;
        }
        return numbers;
    }
}
