package org.dlcourse.homework.ann.activations;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dlcourse.homework.ann.activations.ActivationComparison.Pair;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * The handout's result file of one architecture with both activation functions, under the handout's name and keys.
 *
 * @param pair all runs of the architecture; curves are means over the repeats
 */
record Part4File(Pair pair) {
    String name() {
        return "part4_" + pair.name() + ".json";
    }

    Map<String, Object> content() {
        LearningCurves relu = pair.relu().meanCurves();
        LearningCurves sigmoid = pair.sigmoid().meanCurves();
        Map<String, Object> dictionary = new LinkedHashMap<>();
        dictionary.put("name", pair.name());
        dictionary.put("relu_loss_curve", relu.of(Curve.TRAINING_LOSS));
        dictionary.put("sigmoid_loss_curve", sigmoid.of(Curve.TRAINING_LOSS));
        dictionary.put("relu_grad_curve", relu.of(Curve.FIRST_LAYER_GRADIENT));
        dictionary.put("sigmoid_grad_curve", sigmoid.of(Curve.FIRST_LAYER_GRADIENT));
        return dictionary;
    }
}
