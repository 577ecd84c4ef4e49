package org.dlcourse.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Shape;

/**
 * The backward pass of a stack for one width of a register.
 *
 * @param parts of the stack
 * @param stack forward
 * @param layouts of the gradient at the input, which nobody needs, and at each stage's output
 * @param stages in the order of the forward pass
 * @param toInputs the convolutions that compute gradients at inputs, by the index of their layer
 */
record LaneBackward(
        List<StackPart> parts,
        LaneStack stack,
        List<LaneLayout> layouts,
        List<BackwardStage> stages,
        Map<Integer, ConvolutionStage> toInputs) {
    static LaneBackward of(List<StackPart> parts, LaneStack stack, Map<Integer, ConvolutionGradient> sums) {
        List<LaneLayout> layouts = new ArrayList<>();
        layouts.add(stack.input());
        for (int i = 0; i < parts.size(); i++) {
            layouts.add(layout(parts, i, stack.input().lanes()));
        }
        List<BackwardStage> stages = new ArrayList<>();
        Map<Integer, ConvolutionStage> toInputs = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            StackPart part = parts.get(i);
            LaneLayout gradient = layouts.get(i + 1);
            if (part.layer() instanceof Convolution convolution) {
                Optional<ConvolutionStage> toInput =
                        i == 0 ? Optional.empty() : Optional.of(toInput(part, convolution, gradient, layouts.get(i)));
                toInput.ifPresent(stage -> toInputs.put(part.index(), stage));
                ConvolutionGradient own = sums.get(part.index());
                WeightsGradient weights = WeightsGradient.of(stack.layouts().get(i), gradient, own);
                stages.add(new ConvolutionBackward(gradient, own, weights, toInput));
            } else {
                stages.add(new PoolingBackward(
                        (MaxPooling) part.layer(),
                        stack.layouts().get(i),
                        stack.layouts().get(i + 1),
                        gradient,
                        layouts.get(i)));
            }
        }
        return new LaneBackward(parts, stack, layouts, stages, toInputs);
    }

    /** Of the gradient at a part's output: the margin of the convolution that reads it, and room for that of the next part, which writes it. */
    private static LaneLayout layout(List<StackPart> parts, int index, Lanes lanes) {
        StackPart part = parts.get(index);
        int next = index + 1 < parts.size() ? outputRow(parts.get(index + 1)) : 0;
        int written = Math.max(next, part.outputRow());
        if (index == 0 || !(part.layer() instanceof Convolution convolution)) {
            return LaneLayout.of(part.output(), lanes, written);
        }
        int margin = convolution.kernelWidth() - 1;
        int below = parts.get(index - 1).output().height() - part.output().height();
        int read = transform(part)
                        .map(tiles -> tiles.inputRow(part.input().width()))
                        .orElse(0)
                - margin;
        return LaneLayout.withMargin(
                part.output(), lanes, convolution.kernelHeight() - 1, below, margin, Math.max(written, read));
    }

    /** The pixels that the gradient at a part's input takes in a row, where it is computed in tiles. */
    private static int outputRow(StackPart part) {
        return transform(part)
                .map(tiles -> tiles.outputRow(part.input().width()))
                .orElse(0);
    }

    private static Optional<WinogradTransform> transform(StackPart part) {
        return part.layer() instanceof Convolution convolution
                ? WinogradConvolution.transformIfFaster(turned(convolution, part.input()), padded(convolution, part))
                : Optional.empty();
    }

    private static Convolution turned(Convolution convolution, Shape input) {
        return new Convolution(convolution.kernelHeight(), convolution.kernelWidth(), input.channels());
    }

    private static Shape padded(Convolution convolution, StackPart part) {
        return new Shape(
                convolution.filters(),
                part.output().height() + 2 * (convolution.kernelHeight() - 1),
                part.output().width() + 2 * (convolution.kernelWidth() - 1));
    }

    private static ConvolutionStage toInput(
            StackPart part, Convolution convolution, LaneLayout gradient, LaneLayout inputGradient) {
        return ConvolutionStage.of(
                turned(convolution, part.input()),
                transform(part),
                gradient.including(convolution.kernelWidth() - 1),
                inputGradient,
                false);
    }

    /** Where the gradient at the stack's output lies. */
    LaneLayout top() {
        return layouts.get(stages.size());
    }

    /** Zeros for each layout. */
    float[][] zeros() {
        return layouts.stream().map(LaneLayout::zeros).toArray(float[][]::new);
    }

    /**
     * Adds to the parameters' gradients.
     *
     * @param values of the forward pass, for each vector
     * @param gradients for each vector; the last arrays hold the gradient at the output, the others are overwritten
     * @param slot of the first vector's first lane
     */
    void compute(List<float[][]> values, List<float[][]> gradients, Strips strips, int slot) {
        for (int i = stages.size(); i > 0; i--) {
            for (int vector = 0; parts.get(i - 1).rectified() && vector < values.size(); vector++) {
                rectify(i, values.get(vector)[i], gradients.get(vector)[i]);
            }
            strips.exchange(layouts.get(i), gradients, i);
            for (int vector = 0; vector < values.size(); vector++) {
                float[][] own = gradients.get(vector);
                stages.get(i - 1)
                        .compute(
                                values.get(vector)[i - 1],
                                values.get(vector)[i],
                                own[i],
                                own[i - 1],
                                slot + vector * strips.lanes());
            }
        }
    }

    private void rectify(int at, float[] values, float[] gradient) {
        LaneLayout layout = layouts.get(at);
        Shape shape = layout.shape();
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int row = 0; row < shape.height(); row++) {
                layout.lanes()
                        .masks()
                        .clearWhereNotPositive(
                                values,
                                stack.layouts().get(at).at(channel, row, 0),
                                gradient,
                                layout.at(channel, row, 0),
                                layout.at(channel, row, shape.width()));
            }
        }
    }
}
