package org.dlcourse.exercise.mistake;

import java.util.List;
import org.dlcourse.exercise.GradientFromWeights;
import org.dlcourse.kit.Mistake;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Wrong gradients from the weights before and after a step. */
public final class GradientFromWeightsMistakes {
    private GradientFromWeightsMistakes() {}

    /** All of them. */
    public static List<Mistake<GradientFromWeights>> all() {
        return List.of(
                new Mistake<>(
                        "the sign: the weights before are subtracted from those after, although a step subtracts the gradient",
                        (before, after, rate) -> after.sub(before).divi(rate)),
                new Mistake<>(
                        "the difference is multiplied by the learning rate and not divided by it",
                        (before, after, rate) -> before.sub(after).muli(rate)),
                new Mistake<>(
                        "the difference is not divided by the learning rate",
                        (before, after, rate) -> before.sub(after)),
                new Mistake<>(
                        "the difference is not divided by the learning rate, and has the wrong sign",
                        (before, after, rate) -> after.sub(before)),
                new Mistake<>(
                        "only the size of the gradient: an absolute value is taken",
                        (before, after, rate) ->
                                Transforms.abs(before.sub(after).divi(rate))));
    }
}
