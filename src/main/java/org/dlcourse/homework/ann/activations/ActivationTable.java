package org.dlcourse.homework.ann.activations;

import java.util.List;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.ann.activations.ActivationComparison.Pair;

/**
 * Losses, accuracies and gradients with each activation function, one row per architecture.
 *
 * @param result of the comparison of activation functions
 */
record ActivationTable(ActivationComparison.Result result) {
    DataTable table() {
        return new DataTable(
                "Loss of the last epoch, test accuracy, and norm of the first layer's gradient (mean over the run; ±: 95 % confidence"
                        + " interval)",
                List.of(
                        "Architecture",
                        "Layers with weights",
                        "Activation layers",
                        "Loss, ReLU",
                        "Loss, sigmoid",
                        "Test accuracy, ReLU",
                        "Test accuracy, sigmoid",
                        "Gradient, ReLU",
                        "Gradient, sigmoid",
                        "Ratio of sigmoid to ReLU"),
                result.pairs().stream().map(this::row).toList());
    }

    private List<Object> row(Pair pair) {
        return List.of(
                pair.name(),
                pair.architecture().depth(),
                pair.activationLayers(),
                result.finalLoss(pair.relu()),
                result.finalLoss(pair.sigmoid()),
                pair.relu().testAccuracy(),
                pair.sigmoid().testAccuracy(),
                GradientAnswers.readable(pair.reluGradient()),
                GradientAnswers.readable(pair.sigmoidGradient()),
                GradientAnswers.readable(pair.gradientRatio()));
    }
}
