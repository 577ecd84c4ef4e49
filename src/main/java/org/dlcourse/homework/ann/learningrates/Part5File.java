package org.dlcourse.homework.ann.learningrates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * The handout's result file of the three learning rates, under the handout's name and keys.
 *
 * @param result all runs; curves are means over the repeats
 */
record Part5File(LearningRateComparison.Result result) {
    /** The handout's suffixes for the learning rates 0.1, 0.01 and 0.001. */
    static final List<String> SUFFIXES = List.of("1", "01", "001");

    String name() {
        return "part5_" + result.architecture().name() + ".json";
    }

    Map<String, Object> content() {
        Map<String, Object> dictionary = new LinkedHashMap<>();
        dictionary.put("name", result.architecture().name());
        put(dictionary, "loss_curve_", Curve.TRAINING_LOSS);
        put(dictionary, "val_acc_curve_", Curve.VALIDATION_ACCURACY);
        return dictionary;
    }

    private void put(Map<String, Object> dictionary, String prefix, Curve curve) {
        for (int i = 0; i < SUFFIXES.size(); i++) {
            LearningCurves curves = result.constant().get(i).meanCurves();
            dictionary.put(prefix + SUFFIXES.get(i), curves.of(curve));
        }
    }
}
