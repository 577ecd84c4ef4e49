package org.dlcourse.vector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.Shape;

/**
 * The layers of a {@link ConvolutionStack} with their backward pass, for batches of any size.
 *
 * <p>A batch is computed in groups of {@value GradientKernels#SLOTS} images; the images of a last group of eight or fewer are cut into
 * {@link Strips}, so that they take less time. The gradients are the same to the bit however many floats a register holds. One thread at a
 * time.
 */
public final class TrainableStack {
    /**
     * What a convolution computes with.
     *
     * @param turned the weights that give the gradient at its input
     */
    private record Parameters(float[] weights, float[] bias, float[] turned) {}

    private final Shape image;
    private final List<StackPart> parts;
    private final int lanes;
    private final Map<Integer, ConvolutionGradient> gradients;
    private final Map<Integer, Parameters> parameters = new HashMap<>();
    private final Map<Strips, LanePass> passes = new HashMap<>();
    private int count;

    private TrainableStack(Shape image, List<StackPart> parts, int lanes) {
        this.image = image;
        this.parts = parts;
        this.lanes = lanes;
        this.gradients = gradients(parts);
    }

    private static Map<Integer, ConvolutionGradient> gradients(List<StackPart> parts) {
        Map<Integer, ConvolutionGradient> gradients = new HashMap<>();
        for (StackPart part : parts) {
            if (part.layer() instanceof Convolution convolution) {
                gradients.put(
                        part.index(),
                        ConvolutionGradient.zeros(
                                convolution.filters(),
                                part.input().channels(),
                                convolution.kernelHeight(),
                                convolution.kernelWidth(),
                                part.transform()));
            }
        }
        return gradients;
    }

    /**
     * The stack of an architecture, if its layers before the first fully connected one are such, without a stride; without parameters.
     *
     * @param lanes floats of a vector: 4, 8 or 16
     */
    public static Optional<TrainableStack> of(Architecture architecture, int lanes) {
        List<StackPart> parts = StackPart.of(architecture);
        boolean strides = parts.stream()
                .anyMatch(part -> part.layer() instanceof Convolution convolution && convolution.stride() != 1);
        return parts.isEmpty() || strides
                ? Optional.empty()
                : Optional.of(new TrainableStack(
                        architecture.input(), parts, Lanes.of(lanes).count()));
    }

    /** How many of the architecture's layers these are. */
    public int layers() {
        return parts.get(parts.size() - 1).next();
    }

    /** The shape behind the last of these layers, of one image. */
    public Shape output() {
        return parts.get(parts.size() - 1).output();
    }

    /** The indices of the convolutions in the architecture. */
    public Set<Integer> convolutions() {
        return gradients.keySet();
    }

    /**
     * Takes over a convolution's parameters, which has to be done before anything is computed.
     *
     * @param index of the convolution in the architecture
     * @param weights [filters, channels, height, width]
     * @param bias [filters]
     */
    public void parameters(int index, float[] weights, float[] bias) {
        Parameters own = new Parameters(weights, bias, turned(weights, gradients.get(index)));
        parameters.put(index, own);
        passes.values().forEach(pass -> pass.parameters(index, own.weights(), own.bias(), own.turned()));
    }

    /** With filters and channels exchanged, and turned by 180 degrees. */
    private static float[] turned(float[] weights, ConvolutionGradient shape) {
        int size = shape.rows() * shape.columns();
        float[] turned = new float[weights.length];
        for (int filter = 0; filter < shape.filters(); filter++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                int from = (filter * shape.channels() + channel) * size;
                int to = (channel * shape.filters() + filter) * size;
                for (int i = 0; i < size; i++) {
                    turned[to + i] = weights[from + size - 1 - i];
                }
            }
        }
        return turned;
    }

    /**
     * Computes the stack's outputs.
     *
     * @param images [count, channels, height, width]
     * @param outputs [count, channels, height, width], overwritten
     */
    public void forward(float[] images, int count, float[] outputs) {
        this.count = count;
        for (int first = 0; first < count; first += GradientKernels.SLOTS) {
            int group = group(first);
            pass(group).forward(images, first, group, outputs);
        }
    }

    /** How many images the group that begins here has. */
    private int group(int first) {
        return Math.min(GradientKernels.SLOTS, count - first);
    }

    private LanePass pass(int group) {
        return passes.computeIfAbsent(Strips.of(group, lanes), this::pass);
    }

    private LanePass pass(Strips strips) {
        LanePass pass = new LanePass(strips, image, parts, gradients);
        parameters.forEach((index, own) -> pass.parameters(index, own.weights(), own.bias(), own.turned()));
        return pass;
    }

    /**
     * Computes the gradient of the parameters for the images of the last forward pass, summed up over the images.
     *
     * @param outputGradients the gradient at the outputs, shaped as these
     */
    public void backward(float[] outputGradients) {
        gradients.values().forEach(ConvolutionGradient::clear);
        for (int first = 0; first < count; first += GradientKernels.SLOTS) {
            int group = group(first);
            pass(group).backward(outputGradients, first, group);
        }
    }

    /**
     * The gradient of a convolution's weights.
     *
     * @param index of the convolution in the architecture
     * @return [filters, channels, height, width]
     */
    public float[] weightsGradient(int index) {
        return gradients.get(index).ofWeights();
    }

    /**
     * The gradient of a convolution's bias.
     *
     * @param index of the convolution in the architecture
     * @return [filters]
     */
    public float[] biasGradient(int index) {
        return gradients.get(index).ofBias();
    }
}
