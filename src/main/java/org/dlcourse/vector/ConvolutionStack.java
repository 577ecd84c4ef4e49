package org.dlcourse.vector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Shape;

/**
 * The convolutions, poolings and rectifiers before a network's first fully connected layer, for as many images at a time as a
 * vector register holds floats.
 *
 * <p>An image's outputs are the same to the bit whatever images it comes with, and however many a register holds. A processor
 * without registers of the asked width computes the same numbers, slowly. One thread at a time.
 */
public final class ConvolutionStack {
    private final Shape image;
    private final int layers;
    private final LaneStack stack;
    private final float[][] values;

    private ConvolutionStack(Shape image, int layers, LaneStack stack) {
        this.image = image;
        this.layers = layers;
        this.stack = stack;
        this.values = stack.zeros();
    }

    /**
     * The stack of an architecture, if its layers before the first fully connected one are such; without parameters.
     *
     * @param lanes floats of a vector: 4, 8 or 16
     */
    public static Optional<ConvolutionStack> of(Architecture architecture, int lanes) {
        List<StackPart> parts = StackPart.of(architecture);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConvolutionStack(
                        architecture.input(),
                        parts.get(parts.size() - 1).next(),
                        LaneStack.of(parts, Lanes.of(lanes))));
    }

    /** How many images go together: the floats of a vector. */
    public int imagesAtATime() {
        return stack.input().lanes().count();
    }

    /** How many of the architecture's layers these are. */
    public int layers() {
        return layers;
    }

    /** The shape behind the last of these layers, of one image. */
    public Shape output() {
        return stack.output().shape();
    }

    /** The indices of the convolutions in the architecture. */
    public Set<Integer> convolutions() {
        return stack.convolutions().keySet();
    }

    /**
     * Takes over a convolution's parameters, which has to be done before anything is computed.
     *
     * @param index of the convolution in the architecture
     * @param weights [filters, channels, height, width]
     * @param bias [filters]
     * @throws IllegalArgumentException if there is no convolution at this index
     */
    public void parameters(int index, float[] weights, float[] bias) {
        if (!convolutions().contains(index)) {
            throw new IllegalArgumentException(
                    "Layer " + index + " is no convolution of this stack; those are " + convolutions() + ".");
        }
        stack.convolutions().get(index).parameters(weights, bias);
    }

    /**
     * Computes the stack's outputs.
     *
     * @param images [count, channels, height, width]
     * @param count of images, up to {@link #imagesAtATime}
     * @param outputs [count, channels, height, width], overwritten
     * @throws IllegalArgumentException if these are no images, or too many
     */
    public void compute(float[] images, int count, float[] outputs) {
        if (count < 1 || count > imagesAtATime()) {
            throw new IllegalArgumentException(
                    "From 1 to " + imagesAtATime() + " images go together, not " + count + ".");
        }
        Strips whole = new Strips(1, imagesAtATime());
        whole.read(images, image, 0, count, 0, 0, stack.input(), values[0]);
        stack.compute(List.<float[][]>of(values), whole);
        whole.write(values[values.length - 1], stack.output(), outputs, output(), 0, count, 0);
    }
}
