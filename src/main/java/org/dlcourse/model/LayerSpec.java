package org.dlcourse.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One layer of an architecture, as a handout writes it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "layer")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LayerSpec.Convolution.class, name = "convolution"),
    @JsonSubTypes.Type(value = LayerSpec.MaxPooling.class, name = "max pooling"),
    @JsonSubTypes.Type(value = LayerSpec.FullyConnected.class, name = "fully connected"),
    @JsonSubTypes.Type(value = LayerSpec.Activation.class, name = "activation"),
    @JsonSubTypes.Type(value = LayerSpec.NormalisedConvolution.class, name = "normalised convolution"),
    @JsonSubTypes.Type(value = LayerSpec.Residual.class, name = "residual"),
    @JsonSubTypes.Type(value = LayerSpec.GlobalAveragePooling.class, name = "global average pooling"),
    @JsonSubTypes.Type(value = Dl4jLayer.class, name = "DL4J")
})
public sealed interface LayerSpec
        permits Dl4jLayer,
                LayerSpec.Activation,
                LayerSpec.Convolution,
                LayerSpec.FullyConnected,
                LayerSpec.GlobalAveragePooling,
                LayerSpec.MaxPooling,
                LayerSpec.NormalisedConvolution,
                LayerSpec.Residual {
    /** A factor and a shift for each normalised channel. */
    int NORMALISATION_PARAMETERS = 2;

    /** The layer in a handout's notation, such as {@code Conv-3x3x16}. */
    String notation();

    /**
     * The output's shape for this input shape.
     *
     * @throws IllegalArgumentException if the layer does not fit the input
     */
    Shape outputShape(Shape input);

    /** The number of parameters for this input shape: weights, and biases, factors and shifts where the layer has any. */
    default long parameters(Shape input) {
        return weights(input);
    }

    /** The number of parameters without biases, and without the factors and shifts of a normalisation; 0 where nothing is learnt. */
    default long weights(Shape input) {
        return 0;
    }

    /** Multiplications (each with an addition) for one example of this shape, those of a normalisation left out. */
    default long multiplications(Shape input) {
        Shape output = outputShape(input);
        return weights(input) * output.height() * output.width();
    }

    /** The number of layers with weights that lie one behind another. */
    default int depth() {
        return 0;
    }

    /**
     * A convolution without padding, with a bias for each filter.
     *
     * @param kernelHeight pixels
     * @param kernelWidth pixels
     * @param filters output channels
     * @param stride pixels from one position of the kernel to the next, in both directions
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

        @Override
        public int depth() {
            return 1;
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

        @Override
        public int depth() {
            return 1;
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
    }

    /**
     * A convolution that keeps the image's size (padding with zeros, no bias), max pooling, batch normalisation (Ioffe and
     * Szegedy, 2015) and ReLU. Pooling comes first because it leaves less to normalise.
     *
     * @param kernel side in pixels, odd
     * @param filters output channels
     * @param pooling side of the squares of which the largest value is taken, and stride; 1 for no pooling
     */
    record NormalisedConvolution(int kernel, int filters, int pooling) implements LayerSpec {
        public NormalisedConvolution {
            if (kernel % 2 == 0) {
                throw new IllegalArgumentException(
                        "A convolution that keeps the image's size has an odd kernel, not " + kernel + ".");
            }
        }

        /** Without pooling. */
        public NormalisedConvolution(int kernel, int filters) {
            this(kernel, filters, 1);
        }

        @Override
        public String notation() {
            return "Conv-" + kernel + "x" + kernel + "x" + filters + " same, "
                    + (pooling == 1 ? "" : "MaxPool-" + pooling + "x" + pooling + ", ") + "batch norm, ReLU";
        }

        @Override
        public Shape outputShape(Shape input) {
            if (input.height() < pooling || input.width() < pooling) {
                throw new IllegalArgumentException(notation() + " does not fit its input of " + input + ".");
            }
            return new Shape(filters, input.height() / pooling, input.width() / pooling);
        }

        @Override
        public long parameters(Shape input) {
            return weights(input) + NORMALISATION_PARAMETERS * filters;
        }

        @Override
        public long weights(Shape input) {
            return (long) filters * input.channels() * kernel * kernel;
        }

        @Override
        public long multiplications(Shape input) {
            return weights(input) * input.height() * input.width();
        }

        @Override
        public int depth() {
            return 1;
        }
    }

    /**
     * A residual block (He and others, 2016): ReLU of the input added to what two 3x3 convolutions make of it, each with batch
     * normalisation, ReLU between them. Where width or size change, the input passes a normalised 1x1 convolution.
     *
     * @param filters output channels
     * @param stride of the first convolution; 2 halves the image's sides, rounded up
     */
    record Residual(int filters, int stride) implements LayerSpec {
        /** With stride 1. */
        public Residual(int filters) {
            this(filters, 1);
        }

        @Override
        public String notation() {
            return "Residual-" + filters + (stride == 1 ? "" : " stride " + stride);
        }

        @Override
        public Shape outputShape(Shape input) {
            return new Shape(filters, (input.height() + stride - 1) / stride, (input.width() + stride - 1) / stride);
        }

        @Override
        public long parameters(Shape input) {
            return weights(input) + NORMALISATION_PARAMETERS * filters * (isProjected(input) ? 3 : 2);
        }

        @Override
        public long weights(Shape input) {
            long first = 9L * input.channels() * filters;
            long second = 9L * filters * filters;
            return first + second + (isProjected(input) ? (long) input.channels() * filters : 0);
        }

        @Override
        public int depth() {
            return 2;
        }

        /** Whether the shortcut needs weights of its own. */
        boolean isProjected(Shape input) {
            return stride != 1 || input.channels() != filters;
        }
    }

    /** The mean of each feature map. */
    record GlobalAveragePooling() implements LayerSpec {
        @Override
        public String notation() {
            return "mean of each map";
        }

        @Override
        public Shape outputShape(Shape input) {
            return Shape.flat(input.channels());
        }
    }
}
