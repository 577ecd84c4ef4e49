package org.dlcourse.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.MaxPooling;

/**
 * The stages of a stack for one width of a register.
 *
 * @param layouts of the input and of each stage's output
 * @param stages in their order
 * @param convolutions the stages with parameters, by the index of their layer
 */
record LaneStack(List<LaneLayout> layouts, List<Stage> stages, Map<Integer, ConvolutionStage> convolutions) {
    static LaneStack of(List<StackPart> parts, Lanes lanes) {
        List<LaneLayout> layouts = new ArrayList<>();
        layouts.add(LaneLayout.of(parts.get(0).input(), lanes, parts.get(0).inputRow()));
        List<Stage> stages = new ArrayList<>();
        Map<Integer, ConvolutionStage> convolutions = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            StackPart part = parts.get(i);
            int next = i + 1 < parts.size() ? parts.get(i + 1).inputRow() : 0;
            LaneLayout from = layouts.get(i);
            int below = i + 1 < parts.size()
                    ? parts.get(i + 1).input().height() - part.output().height()
                    : 0;
            LaneLayout to = LaneLayout.withRowsBelow(part.output(), lanes, below, Math.max(part.outputRow(), next));
            if (part.layer() instanceof Convolution convolution) {
                ConvolutionStage stage = ConvolutionStage.of(convolution, part.transform(), from, to, part.rectified());
                convolutions.put(part.index(), stage);
                stages.add(stage);
            } else {
                stages.add(new PoolingStage((MaxPooling) part.layer(), from, to, part.rectified()));
            }
            layouts.add(to);
        }
        return new LaneStack(layouts, stages, convolutions);
    }

    LaneLayout input() {
        return layouts.get(0);
    }

    LaneLayout output() {
        return layouts.get(layouts.size() - 1);
    }

    /** An array for each layout. */
    float[][] zeros() {
        return layouts.stream().map(LaneLayout::zeros).toArray(float[][]::new);
    }

    /**
     * Computes all outputs.
     *
     * @param vectors arrays that are laid out as {@link #layouts}, the first of each holding the input
     * @param strips in their slots
     */
    void compute(List<float[][]> vectors, Strips strips) {
        for (int i = 0; i < stages.size(); i++) {
            if (i > 0) {
                strips.exchange(layouts.get(i), vectors, i);
            }
            for (float[][] values : vectors) {
                stages.get(i).compute(values[i], values[i + 1]);
            }
        }
    }
}
