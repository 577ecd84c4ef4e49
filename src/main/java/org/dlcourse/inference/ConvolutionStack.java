package org.dlcourse.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Shape;

/**
 * The convolutions, poolings and rectifiers before a network's first fully connected layer, for as many images at a time as a
 * vector register holds floats.
 *
 * <p>An image's outputs are the same to the bit whatever images it comes with, and however many a register holds. A processor
 * without registers of the asked width computes the same numbers, slowly. One thread at a time.
 */
public final class ConvolutionStack {
    private final int layers;
    private final LaneImages input;
    private final LaneImages output;
    private final List<Stage> stages;
    private final Map<Integer, ConvolutionStage> convolutions;

    private ConvolutionStack(
            int layers,
            LaneImages input,
            LaneImages output,
            List<Stage> stages,
            Map<Integer, ConvolutionStage> convolutions) {
        this.layers = layers;
        this.input = input;
        this.output = output;
        this.stages = stages;
        this.convolutions = convolutions;
    }

    /**
     * A layer with the rectifier behind it.
     *
     * @param index in the architecture
     * @param layer a convolution or a pooling
     * @param input shape of one image
     * @param rectified whether a ReLU follows
     */
    private record Part(int index, LayerSpec layer, Shape input, boolean rectified) {
        Shape output() {
            return layer.outputShape(input);
        }

        Optional<WinogradTransform> transform() {
            return layer instanceof Convolution convolution
                    ? WinogradConvolution.transformIfFaster(convolution, input)
                    : Optional.empty();
        }

        /** Pixels that a row of the input must have room for. */
        int inputRow() {
            int tiles = transform()
                    .map(transform -> transform.inputRow(output().width()))
                    .orElse(0);
            return Math.max(input.width(), tiles);
        }

        /** Pixels that a row of the output must have room for. */
        int outputRow() {
            int tiles = transform()
                    .map(transform -> transform.outputRow(output().width()))
                    .orElse(0);
            return Math.max(output().width(), tiles);
        }
    }

    /**
     * The stack of an architecture, if its layers before the first fully connected one are such; without parameters.
     *
     * @param lanes floats of a vector: 4, 8 or 16
     */
    public static Optional<ConvolutionStack> of(Architecture architecture, int lanes) {
        List<LayerSpec> layers = architecture.layers();
        List<Part> parts = new ArrayList<>();
        Shape shape = architecture.input();
        int index = 0;
        while (!(layers.get(index) instanceof FullyConnected)) {
            LayerSpec layer = layers.get(index);
            if (!(layer instanceof Convolution || layer instanceof MaxPooling)) {
                return Optional.empty();
            }
            boolean rectified = layers.get(index + 1).equals(new Activation(ActivationFunction.RELU));
            Part part = new Part(index, layer, shape, rectified);
            parts.add(part);
            shape = part.output();
            index += rectified ? 2 : 1;
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(of(parts, index, Lanes.of(lanes)));
    }

    private static ConvolutionStack of(List<Part> parts, int layers, Lanes lanes) {
        LaneImages input =
                LaneImages.of(parts.get(0).input(), lanes, parts.get(0).inputRow());
        LaneImages from = input;
        List<Stage> stages = new ArrayList<>();
        Map<Integer, ConvolutionStage> convolutions = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            int next = i + 1 < parts.size() ? parts.get(i + 1).inputRow() : 0;
            LaneImages to = LaneImages.of(part.output(), lanes, Math.max(part.outputRow(), next));
            if (part.layer() instanceof Convolution convolution) {
                LaneImages source = from;
                ConvolutionStage stage = part.transform()
                        .<ConvolutionStage>map(transform ->
                                new WinogradConvolution(convolution, transform, source, to, part.rectified()))
                        .orElseGet(() -> new DirectConvolution(convolution, source, to, part.rectified()));
                convolutions.put(part.index(), stage);
                stages.add(stage);
            } else {
                stages.add(new PoolingStage((MaxPooling) part.layer(), from, to, part.rectified()));
            }
            from = to;
        }
        return new ConvolutionStack(layers, input, from, stages, convolutions);
    }

    /** How many images go together: the floats of a vector. */
    public int imagesAtATime() {
        return input.lanes().count();
    }

    /** How many of the architecture's layers these are. */
    public int layers() {
        return layers;
    }

    /** The shape behind the last of these layers, of one image. */
    public Shape output() {
        return output.shape();
    }

    /** The indices of the convolutions in the architecture. */
    public Set<Integer> convolutions() {
        return convolutions.keySet();
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
        if (!convolutions.containsKey(index)) {
            throw new IllegalArgumentException(
                    "Layer " + index + " is no convolution of this stack; those are " + convolutions.keySet() + ".");
        }
        convolutions.get(index).parameters(weights, bias);
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
        input.read(images, count);
        stages.forEach(Stage::compute);
        output.write(outputs, count);
    }
}
