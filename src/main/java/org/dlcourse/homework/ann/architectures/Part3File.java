package org.dlcourse.homework.ann.architectures;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.training.Curve;
import org.dlcourse.training.FloatArray;
import org.dlcourse.training.LearningCurves;

/**
 * The handout's result file of one architecture, under the handout's name and keys, so that its plotting functions can
 * read it.
 *
 * @param repeats all runs of the architecture
 */
record Part3File(Repeats repeats) {
    String name() {
        return "part3_" + repeats.architecture().name() + ".json";
    }

    /** Mean curves, and the best run's test accuracy and first-layer weights; accuracies lie between 0 and 1. */
    Map<String, Object> content() {
        LearningCurves curves = repeats.meanCurves();
        Run best = repeats.best();
        FloatArray weights = best.result().firstLayerWeights();
        Map<String, Object> dictionary = new LinkedHashMap<>();
        dictionary.put("name", repeats.architecture().name());
        dictionary.put("loss_curve", curves.of(Curve.TRAINING_LOSS));
        dictionary.put("train_acc_curve", curves.of(Curve.TRAINING_ACCURACY));
        dictionary.put("val_acc_curve", curves.of(Curve.VALIDATION_ACCURACY));
        dictionary.put("test_acc", best.result().testAccuracy());
        dictionary.put("weights", nested(weights.shape(), weights.values(), 0, 0));
        return dictionary;
    }

    private static Object nested(int[] shape, float[] values, int dimension, int offset) {
        if (dimension == shape.length - 1) {
            return Arrays.copyOfRange(values, offset, offset + shape[dimension]);
        }
        int size = Arrays.stream(shape, dimension + 1, shape.length).reduce(1, (a, b) -> a * b);
        return IntStream.range(0, shape[dimension])
                .mapToObj(i -> nested(shape, values, dimension + 1, offset + i * size))
                .toList();
    }
}
