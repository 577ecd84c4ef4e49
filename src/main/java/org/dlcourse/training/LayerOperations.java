package org.dlcourse.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Translates a network's layers into operations for batches of one size: those of the forward pass at once, those of the backward
 * pass when the array of the gradient at the outputs is known.
 *
 * <p>For a perceptron with one hidden layer, inputs x [examples, inputs], and d, the gradient at a layer's output:
 *
 * <pre>
 * forward, top to bottom          backward, bottom to top
 * z = x W1' + b1                  gradient of W1 = d' x, of b1 = sum of d over the examples
 * a = max(z, 0)                   d = d where a is positive, else 0
 * s = a W2' + b2                  gradient of W2 = d' a, of b2 = sum of d; then d = d W2
 * </pre>
 *
 * <p>Between layers images are [examples, height, width, channels], the layout in which convolutions and pooling are fastest.
 */
final class LayerOperations {
    private final int examples;
    private final FlatParameters parameters;
    private final List<Operation> preparation = new ArrayList<>();
    private final List<Operation> forward = new ArrayList<>();
    private final List<Operation> backward = new ArrayList<>();

    /** Each takes the array of the gradient at its layer's output and gives the one at its input. */
    private final Deque<UnaryOperator<INDArray>> backwardPass = new ArrayDeque<>();

    private final List<INDArray> arrays = new ArrayList<>();

    LayerOperations(int examples, FlatParameters parameters) {
        this.examples = examples;
        this.parameters = parameters;
    }

    /** What has to be done once the parameters have changed, before the forward pass. */
    List<Operation> preparation() {
        return preparation;
    }

    List<Operation> forward() {
        return forward;
    }

    List<Operation> backward() {
        return backward;
    }

    /** What the operations write to. */
    List<INDArray> arrays() {
        return arrays;
    }

    /**
     * Adds the operations of the forward pass.
     *
     * @param inputShape of one example
     * @param input [examples, inputs] or [examples, channels, height, width]
     * @return where the last layer's output will be
     */
    INDArray forward(List<LayerSpec> layers, Shape inputShape, INDArray input) {
        INDArray values = input.rank() == 4 ? channelsLast(inputShape, input) : input;
        Shape shape = inputShape;
        for (int place = 0; place < layers.size(); place++) {
            LayerSpec spec = layers.get(place);
            // The largest of rectified values is the rectified largest one, with the same gradient: fewer to rectify.
            if (spec.equals(new Activation(ActivationFunction.RELU))
                    && place + 1 < layers.size()
                    && layers.get(place + 1) instanceof MaxPooling pooling) {
                shape = pooling.outputShape(shape);
                values = activation(ActivationFunction.RELU, pooling(pooling, shape, values));
                place++;
                continue;
            }
            Shape output = spec.outputShape(shape);
            if (spec instanceof Convolution convolution) {
                values = convolution(convolution, place, shape, values);
            } else if (spec instanceof FullyConnected dense) {
                values = fullyConnected(dense, place, values.rank() == 4 ? vectors(shape, values) : values);
            } else if (spec instanceof MaxPooling pooling) {
                values = pooling(pooling, output, values);
            } else if (spec instanceof Activation activation) {
                values = activation(activation.function(), values);
            } else {
                throw new IllegalArgumentException(
                        "There are no operations for " + spec.notation() + "; let DL4J compute this plan.");
            }
            shape = output;
        }
        return values;
    }

    /** To be called before the forward pass: the first layer's backward pass is to compute the gradient at its input. */
    void wantInputGradient() {
        backwardPass.push(gradient -> gradient);
    }

    /**
     * Adds the operations of the backward pass from the gradient at the last layer's output.
     *
     * @return where the gradient at the input will be, if it is wanted
     */
    INDArray backward(INDArray gradient) {
        INDArray values = gradient;
        while (!backwardPass.isEmpty()) {
            values = backwardPass.pop().apply(values);
        }
        return values;
    }

    private INDArray convolution(Convolution spec, int place, Shape inputShape, INDArray input) {
        FlatParameters.Layer layer = parameters.layers().get(place);
        Shape outputShape = spec.outputShape(inputShape);
        INDArray output = images(outputShape);
        // With a stride, a transposed convolution may not reach the input's last rows.
        boolean weightsAlone = backwardPass.isEmpty() && spec.stride() == 1;
        boolean inOutputPairs = ConvolutionForm.isFasterInOutputPairs(spec, outputShape);
        boolean inPairs = !weightsAlone && ConvolutionForm.isFasterInPairs(spec, inputShape, outputShape);
        ConvolutionForm plain = ConvolutionForm.plain(spec, layer);
        ConvolutionForm there = !inOutputPairs
                ? plain
                : inPairs
                        ? ConvolutionForm.pairs(spec, layer, this::array)
                        : ConvolutionForm.outputPairs(spec, layer, this::array);
        preparation.addAll(there.preparation());
        forward.add(there.forward(input, output));
        backwardPass.push(gradient -> {
            sumExamplesAndPixels(gradient, layer.biasGradient());
            if (weightsAlone) {
                backward.add(there.backwardToWeights(input, gradient, like(output)));
                backward.addAll(there.completion().get());
                return input;
            }
            ConvolutionForm back =
                    !inPairs ? plain : inOutputPairs ? there : ConvolutionForm.pairs(spec, layer, this::array);
            if (back != there) {
                backward.addAll(back.preparation());
            }
            INDArray inputGradient = like(input);
            backward.add(back.backward(input, gradient, inputGradient));
            backward.addAll(back.completion().get());
            return inputGradient;
        });
        return output;
    }

    /** As a product with a vector of ones, which takes a tenth of the time of ND4J's sum over the rows of a long matrix. */
    private void sumExamplesAndPixels(INDArray images, INDArray sums) {
        long rows = images.length() / sums.length();
        INDArray ones = array(1, rows).assign(1);
        backward.add(Operation.of(
                "matmul",
                List.of(ones, images.reshape('c', rows, sums.length())),
                List.of(sums.reshape('c', 1, sums.length()))));
    }

    private INDArray pooling(MaxPooling spec, Shape outputShape, INDArray input) {
        INDArray output = images(outputShape);
        long[] settings = {spec.size(), spec.size(), spec.size(), spec.size(), 0, 0, 1, 1, 0, 0, 1};
        forward.add(Operation.of("maxpool2d", List.of(input), List.of(output), settings));
        backwardPass.push(gradient -> {
            INDArray inputGradient = like(input);
            backward.add(Operation.of("maxpool2d_bp", List.of(input, gradient), List.of(inputGradient), settings));
            return inputGradient;
        });
        return output;
    }

    private INDArray fullyConnected(FullyConnected spec, int place, INDArray input) {
        FlatParameters.Layer layer = parameters.layers().get(place);
        INDArray output = array(examples, spec.units());
        forward.add(Operation.of("matmul", List.of(input, layer.weights()), List.of(output), 0, 1));
        if (spec.bias()) {
            forward.add(Operation.of("biasadd", List.of(output, layer.bias()), List.of(output)));
        }
        boolean first = backwardPass.isEmpty();
        backwardPass.push(gradient -> {
            backward.add(Operation.of("matmul", List.of(gradient, input), List.of(layer.weightsGradient()), 1, 0));
            if (spec.bias()) {
                backward.add(Operation.of("reduce_sum", List.of(gradient), List.of(layer.biasGradient()), 0));
            }
            if (first) {
                return input;
            }
            INDArray inputGradient = like(input);
            backward.add(Operation.of("matmul", List.of(gradient, layer.weights()), List.of(inputGradient)));
            return inputGradient;
        });
        return output;
    }

    /** In place, both ways: the derivative follows from the output. */
    private INDArray activation(ActivationFunction function, INDArray values) {
        switch (function) {
            case RELU ->
                forward.add(
                        Operation.of("relu", List.of(values), List.of(values)).withReals(0));
            case LOGISTIC_SIGMOID -> forward.add(Operation.of("sigmoid", List.of(values), List.of(values)));
        }
        backwardPass.push(gradient -> {
            INDArray derivative = like(values);
            switch (function) {
                case RELU -> backward.add(Operation.sign(values, derivative));
                case LOGISTIC_SIGMOID -> {
                    backward.add(Operation.of("multiply", List.of(values, values), List.of(derivative)));
                    backward.add(Operation.of("subtract", List.of(values, derivative), List.of(derivative)));
                }
            }
            backward.add(Operation.of("multiply", List.of(gradient, derivative), List.of(gradient)));
            return gradient;
        });
        return values;
    }

    private INDArray images(Shape shape) {
        return array(examples, shape.height(), shape.width(), shape.channels());
    }

    private INDArray like(INDArray values) {
        return array(values.shape());
    }

    /** An array that is freed with the others. */
    INDArray array(long... shape) {
        INDArray array = Nd4j.createUninitialized(parameters.values().dataType(), shape);
        arrays.add(array);
        return array;
    }

    private INDArray channelsLast(Shape shape, INDArray input) {
        if (shape.channels() == 1) {
            return input.reshape('c', examples, shape.height(), shape.width(), 1);
        }
        INDArray images = images(shape);
        forward.add(Operation.of("permute", List.of(input), List.of(images), 0, 2, 3, 1));
        return images;
    }

    /** The values of images one after another, channel by channel as DL4J and PyTorch do it. */
    private INDArray vectors(Shape shape, INDArray images) {
        if (shape.channels() == 1 || shape.height() * shape.width() == 1) {
            backwardPass.push(gradient -> gradient.reshape('c', images.shape()));
            return images.reshape('c', examples, shape.size());
        }
        INDArray planes = array(examples, shape.channels(), shape.height(), shape.width());
        forward.add(Operation.of("permute", List.of(images), List.of(planes), 0, 3, 1, 2));
        backwardPass.push(gradient -> {
            INDArray imagesGradient = like(images);
            backward.add(Operation.of(
                    "permute", List.of(gradient.reshape('c', planes.shape())), List.of(imagesGradient), 0, 2, 3, 1));
            return imagesGradient;
        });
        return planes.reshape('c', examples, shape.size());
    }
}
