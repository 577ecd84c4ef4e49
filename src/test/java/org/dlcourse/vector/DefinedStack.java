package org.dlcourse.vector;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Shape;

/** A stack's layers as they are defined, in double, with parameters that the stack is given too. */
final class DefinedStack {
    /**
     * Values of one image and how far computed ones may be from them.
     *
     * @param values [channels, height, width]
     * @param bounds shaped as the values
     */
    record Bounded(double[] values, double[] bounds) {}

    /** Of the input three; of the weight's factor one; of the output five: the offset, a pair, two powers, and the first or last. */
    private static final int TRANSFORM_ROUNDINGS = 3 + 1 + 5;

    /** The largest sum of a row of the inputs' transform: (1 + 4 + 5) (1 + 1/2). */
    private static final double INPUT_GROWTH = 15;

    private static final double[] POINTS = {0, 1, -1, 2, -2, .5, -.5};

    private final Architecture architecture;
    private final List<LayerSpec> layers;
    private final float[][] weights;
    private final float[][] biases;

    DefinedStack(Architecture architecture, ConvolutionStack stack, Random random) {
        this.architecture = architecture;
        this.layers = architecture.layers().subList(0, stack.layers());
        this.weights = new float[layers.size()][];
        this.biases = new float[layers.size()][];
        Shape shape = architecture.input();
        for (int index = 0; index < layers.size(); index++) {
            if (layers.get(index) instanceof Convolution convolution) {
                int terms = (int) convolution.weights(shape) / convolution.filters();
                weights[index] =
                        ConvolutionStackTest.numbers(random, (int) convolution.weights(shape), Math.sqrt(2. / terms));
                biases[index] = ConvolutionStackTest.numbers(random, convolution.filters(), 1);
            }
            shape = layers.get(index).outputShape(shape);
        }
        teach(stack);
    }

    /** Gives the stack these parameters. */
    void teach(ConvolutionStack stack) {
        for (int index : stack.convolutions()) {
            stack.parameters(index, weights[index], biases[index]);
        }
    }

    int transformed() {
        int count = 0;
        Shape shape = architecture.input();
        for (LayerSpec layer : layers) {
            if (layer instanceof Convolution convolution
                    && WinogradConvolution.transformIfFaster(convolution, shape).isPresent()) {
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
        for (int index = 0; index < layers.size(); index++) {
            LayerSpec layer = layers.get(index);
            if (layer instanceof Convolution convolution) {
                now = convolution(convolution, shape, now, weights[index], biases[index]);
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
    private static Bounded convolution(Convolution spec, Shape shape, Bounded input, float[] weights, float[] bias) {
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
                                            * growth(tiles, column % tiles.outputs(), weights, filter * terms, terms)))
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
            for (int index = 0; index < spec.size() * spec.size(); index++) {
                int channel = at / (out.height() * out.width());
                int row = at / out.width() % out.height() * spec.size() + index / spec.size();
                int column = at % out.width() * spec.size() + index % spec.size();
                int from = (channel * shape.height() + row) * shape.width() + column;
                values[at] = Math.max(values[at], input.values()[from]);
                bounds[at] = Math.max(bounds[at], input.bounds()[from]);
            }
        }
        return new Bounded(values, bounds);
    }
}
