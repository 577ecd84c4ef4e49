package org.dlcourse.homework.ann.activations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dlcourse.dataset.GrayScaling;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.ann.activations.InputRangeComparison.Pair;
import org.dlcourse.model.ActivationFunction;

/**
 * The answer on unscaled inputs, worded from the numbers of the comparison.
 *
 * @param result of the comparison of input ranges
 */
record InputRangeAnswers(InputRangeComparison.Result result) {
    /** For the first line of the page. */
    String summary() {
        return result.pairs().stream()
                .map(pair -> String.format(
                        Locale.ROOT,
                        "With %s, inputs in [0,255] in place of [0,1] raise the fraction of saturated activations from %.2f to %.2f.",
                        name(pair.activation()),
                        result.saturation(pair.scaled()).mean(),
                        result.saturation(pair.unscaled()).mean()))
                .collect(Collectors.joining(" "));
    }

    /** The handout's bonus question. */
    String bonus() {
        return "With pixels up to 255, the inputs of the first layer are 255 times as large, while learning rate and initial"
                + " weights are the same. A sigmoid is then saturated from the first step on, at 0 or at 1, and passes almost no"
                + " gradient. With ReLU the gradient with respect to the first layer's weights grows with the inputs, and the first"
                + " steps change the weights so much that a unit may become inactive for every image, and stay so. mlp_1 was trained with both ranges. "
                + result.pairs().stream().map(this::measured).collect(Collectors.joining(" "));
    }

    private String measured(Pair pair) {
        double scaledLoss = result.finalLoss(pair.scaled()).mean();
        double unscaledLoss = result.finalLoss(pair.unscaled()).mean();
        double scaledSaturation = result.saturation(pair.scaled()).mean();
        double unscaledSaturation = result.saturation(pair.unscaled()).mean();
        return String.format(
                Locale.ROOT,
                "With %s, the fraction of saturated first-layer activations %s from %.2f with [0,1] to %.2f with [0,255], and the"
                        + " final training loss is %s: %.3f compared with %.3f.",
                name(pair.activation()),
                unscaledSaturation > scaledSaturation ? "increases" : "does not increase,",
                scaledSaturation,
                unscaledSaturation,
                unscaledLoss > scaledLoss ? "higher" : "not higher",
                unscaledLoss,
                scaledLoss);
    }

    static String name(ActivationFunction activation) {
        return switch (activation) {
            case RELU -> "ReLU";
            case LOGISTIC_SIGMOID -> "the sigmoid";
        };
    }

    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Pair pair : result.pairs()) {
            rows.add(row(pair.activation(), GrayScaling.ZERO_TO_ONE, pair.scaled()));
            rows.add(row(pair.activation(), GrayScaling.ZERO_TO_255, pair.unscaled()));
        }
        return new DataTable(
                "mlp_1 with scaled and unscaled pixels (loss and saturation: means over the last epoch; ±: 95 % confidence interval)",
                List.of("Activation", "Pixels", "Training loss", "Fraction of saturated activations", "Test accuracy"),
                rows);
    }

    private List<Object> row(ActivationFunction activation, GrayScaling scaling, Repeats repeats) {
        return List.of(
                activation.notation(),
                scaling.notation(),
                result.finalLoss(repeats),
                result.saturation(repeats),
                repeats.testAccuracy());
    }
}
