package org.dlcourse.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One layer of an architecture, as a handout writes it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "layer")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LayerSpec.Convolution.class, name = "convolution"),
    @JsonSubTypes.Type(value = LayerSpec.MaxPooling.class, name = "max pooling"),
    @JsonSubTypes.Type(value = LayerSpec.FullyConnected.class, name = "fully connected"),
    @JsonSubTypes.Type(value = LayerSpec.Activation.class, name = "activation")
})
public sealed interface LayerSpec {
    /** The layer in a handout's notation, such as {@code Conv-3x3x16}. */
    String notation();

    /**
     * The output's shape for this input shape.
     *
     * @throws IllegalArgumentException if the layer does not fit the input
     */
    Shape outputShape(Shape input);

    /** The number of parameters for this input shape. */
    long parameters(Shape input);

    /** The number of parameters without biases. */
    long weights(Shape input);

    /**
     * A convolution without padding, with a bias for each filter.
     *
     * @param kernelHeight pixels
     * @param kernelWidth pixels
     * @param filters output channels
     * @param stride pixels from one place of the kernel to the next, both ways
     */
    record Convolution(int kernelHeight, int kernelWidth, int filters, int stride) implements LayerSpec {
        /** With stride 1. */
        public Convolution(int kernelHeight, int kernelWidth, int filters) {
            this(kernelHeight, kernelWidth, filters, 1);
        }

        @Override
        public String notation() {
            return "Conv-" + kernelHeight + "x" + kernelWidth + "x" + filters
                    + (stride == 1 ? "" : " stride " + stride);
        }

        @Override
        public Shape outputShape(Shape input) {
            if (input.height() < kernelHeight || input.width() < kernelWidth) {
                throw new IllegalArgumentException(notation() + " does not fit its input of " + input + ".");
            }
            return new Shape(
                    filters, (input.height() - kernelHeight) / stride + 1, (input.width() - kernelWidth) / stride + 1);
        }

        @Override
        public long parameters(Shape input) {
            return weights(input) + filters;
        }

        @Override
        public long weights(Shape input) {
            return (long) filters * input.channels() * kernelHeight * kernelWidth;
        }
    }

    /**
     * The largest value of each square, squares side by side; what is left at the right and at the bottom is dropped.
     *
     * @param size side of a square and stride, in pixels
     */
    record MaxPooling(int size) implements LayerSpec {
        @Override
        public String notation() {
            return "MaxPool-" + size + "x" + size;
        }

        @Override
        public Shape outputShape(Shape input) {
            if (input.height() < size || input.width() < size) {
                throw new IllegalArgumentException(notation() + " does not fit its input of " + input + ".");
            }
            return new Shape(input.channels(), input.height() / size, input.width() / size);
        }

        @Override
        public long parameters(Shape input) {
            return 0;
        }

        @Override
        public long weights(Shape input) {
            return 0;
        }
    }

    /**
     * A layer whose every unit sees the whole input.
     *
     * @param units outputs
     * @param bias whether each unit has a bias
     */
    record FullyConnected(int units, boolean bias) implements LayerSpec {
        @Override
        public String notation() {
            return "FC-" + units + (bias ? "" : " (no bias)");
        }

        @Override
        public Shape outputShape(Shape input) {
            return Shape.flat(units);
        }

        @Override
        public long parameters(Shape input) {
            return weights(input) + (bias ? units : 0);
        }

        @Override
        public long weights(Shape input) {
            return units * input.size();
        }
    }

    /**
     * A function applied to every value.
     *
     * @param function which one
     */
    record Activation(ActivationFunction function) implements LayerSpec {
        @Override
        public String notation() {
            return function.notation();
        }

        @Override
        public Shape outputShape(Shape input) {
            return input;
        }

        @Override
        public long parameters(Shape input) {
            return 0;
        }

        @Override
        public long weights(Shape input) {
            return 0;
        }
    }
}
