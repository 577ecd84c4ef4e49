package org.dlcourse.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dlcourse.model.Shape;

/** The forward and the backward pass of as many images as there are slots, or of fewer that are cut into strips. */
final class LanePass {
    private final Strips strips;
    private final Shape image;
    private final Shape output;
    /** Rows from one strip of an image to the next. */
    private final int rows;

    private final Map<Integer, ConvolutionGradient> sums;
    private final LaneStack forward;
    private final LaneBackward backward;
    /** What the forward passes leave behind for the backward pass: for each vector an array for each layer. */
    private final List<float[][]> values = new ArrayList<>();

    private final List<float[][]> gradients = new ArrayList<>();

    /**
     * A pass without parameters.
     *
     * @param image shape of one
     * @param whole the parts of the stack, for images that are not cut
     * @param sums what the backward pass adds to, by the index of the layer
     */
    LanePass(Strips strips, Shape image, List<StackPart> whole, Map<Integer, ConvolutionGradient> sums) {
        this.strips = strips;
        this.image = image;
        this.sums = sums;
        this.output = whole.get(whole.size() - 1).output();
        List<StackPart> parts = strips.parts(whole);
        this.rows = Strips.rows(parts.get(0));
        this.forward = LaneStack.of(parts, Lanes.of(strips.lanes()));
        this.backward = LaneBackward.of(parts, forward, sums);
    }

    /**
     * Takes over a convolution's parameters.
     *
     * @param weights [filters, channels, height, width]
     * @param bias [filters]
     * @param turned the weights that give the gradient at the input, [channels, filters, height, width]
     */
    void parameters(int index, float[] weights, float[] bias, float[] turned) {
        forward.convolutions().get(index).parameters(weights, bias);
        ConvolutionStage toInput = backward.toInputs().get(index);
        if (toInput != null) {
            toInput.parameters(turned, new float[sums.get(index).channels()]);
        }
    }

    /**
     * Computes the stack's outputs.
     *
     * @param images [images, channels, height, width]
     * @param first of those that are computed
     * @param count of these
     * @param outputs [images, channels, height, width], overwritten where these are
     */
    void forward(float[] images, int first, int count, float[] outputs) {
        List<float[][]> vectors = values(first, count);
        int together = strips.together(vectors.size());
        for (int start = 0; start < vectors.size(); start += together) {
            List<float[][]> own = vectors.subList(start, start + together);
            for (int i = 0; i < together; i++) {
                int slot = (start + i) * strips.lanes();
                strips.read(images, image, first, count, slot, rows, forward.input(), own.get(i)[0]);
            }
            forward.compute(own, strips);
            for (int i = 0; i < together; i++) {
                float[][] computed = own.get(i);
                int slot = (start + i) * strips.lanes();
                strips.write(computed[computed.length - 1], forward.output(), outputs, output, first, count, slot);
            }
        }
    }

    /**
     * Adds to the gradients of the parameters, for the images of the last forward pass.
     *
     * @param outputGradients the gradient at the outputs, shaped as these
     * @param first of the images
     * @param count of these
     */
    void backward(float[] outputGradients, int first, int count) {
        List<float[][]> vectors = values(first, count);
        int together = strips.together(vectors.size());
        List<float[][]> own = atLeast(together, gradients, backward::zeros).subList(0, together);
        LaneLayout top = backward.top();
        for (int start = 0; start < vectors.size(); start += together) {
            for (int i = 0; i < together; i++) {
                float[][] gradient = own.get(i);
                int slot = (start + i) * strips.lanes();
                int height = top.shape().height();
                strips.read(outputGradients, output, first, count, slot, height, top, gradient[gradient.length - 1]);
            }
            backward.compute(vectors.subList(start, start + together), own, strips, start * strips.lanes());
        }
    }

    private List<float[][]> values(int first, int count) {
        int start = strips.count() == 1 ? first / strips.lanes() : 0;
        int end = start + strips.vectors(count);
        return atLeast(end, values, forward::zeros).subList(start, end);
    }

    private static List<float[][]> atLeast(int size, List<float[][]> vectors, Supplier<float[][]> zeros) {
        while (vectors.size() < size) {
            vectors.add(zeros.get());
        }
        return vectors;
    }
}
