package org.dlcourse.vector;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Shape;

/**
 * A layer with the rectifier behind it.
 *
 * @param index in the architecture
 * @param layer a convolution or a pooling
 * @param input shape of what is read of one image
 * @param rectified whether a ReLU follows
 * @param transform of a convolution, where it takes less than the convolution as it is defined
 */
record StackPart(int index, LayerSpec layer, Shape input, boolean rectified, Optional<WinogradTransform> transform) {
    /** Those before an architecture's first fully connected layer; none if there are other layers among them. */
    static List<StackPart> of(Architecture architecture) {
        List<LayerSpec> layers = architecture.layers();
        List<StackPart> parts = new ArrayList<>();
        Shape shape = architecture.input();
        int index = 0;
        while (!(layers.get(index) instanceof FullyConnected)) {
            LayerSpec layer = layers.get(index);
            if (!(layer instanceof Convolution || layer instanceof MaxPooling)) {
                return List.of();
            }
            boolean rectified = layers.get(index + 1).equals(new Activation(ActivationFunction.RELU));
            StackPart part = new StackPart(index, layer, shape, rectified, Optional.empty());
            parts.add(part);
            shape = part.output();
            index = part.next();
        }
        return cropped(parts);
    }

    /**
     * With inputs without the last rows and columns that nothing reads: a pooling that does not fit leaves them out, so no layer before it
     * needs to compute them.
     */
    private static List<StackPart> cropped(List<StackPart> parts) {
        LinkedList<StackPart> cropped = new LinkedList<>();
        for (int i = parts.size() - 1; i >= 0; i--) {
            StackPart part = parts.get(i);
            Shape output =
                    cropped.isEmpty() ? part.output() : cropped.getFirst().input();
            Shape input = new Shape(
                    part.input().channels(), part.read(output.height(), true), part.read(output.width(), false));
            cropped.addFirst(
                    new StackPart(part.index(), part.layer(), input, part.rectified(), transform(part.layer(), input)));
        }
        return cropped;
    }

    /** How many rows or columns of the input are read for so many of the output. */
    private int read(int outputs, boolean rows) {
        if (layer instanceof Convolution convolution) {
            return (outputs - 1) * convolution.stride()
                    + (rows ? convolution.kernelHeight() : convolution.kernelWidth());
        }
        return outputs * ((MaxPooling) layer).size();
    }

    /** The same layer, computed in the same way, of other images. */
    StackPart withInput(Shape other) {
        return new StackPart(index, layer, other, rectified, transform);
    }

    Shape output() {
        return layer.outputShape(input);
    }

    /** The index of the layer behind it. */
    int next() {
        return rectified ? index + 2 : index + 1;
    }

    private static Optional<WinogradTransform> transform(LayerSpec layer, Shape input) {
        return layer instanceof Convolution convolution
                ? WinogradConvolution.transformIfFaster(convolution, input)
                : Optional.empty();
    }

    /** Pixels that a row of the input must have room for. */
    int inputRow() {
        int tiles =
                transform.map(transform -> transform.inputRow(output().width())).orElse(0);
        return Math.max(input.width(), tiles);
    }

    /** Pixels that a row of the output must have room for. */
    int outputRow() {
        int tiles = transform
                .map(transform -> transform.outputRow(output().width()))
                .orElse(0);
        return Math.max(output().width(), tiles);
    }
}
