package org.dlcourse.homework.ann.activations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.homework.SampleData;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.homework.ann.activations.ActivationComparison.Pair;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;

/**
 * Invented results of the comparison of activation functions, with constant curves.
 *
 * @param sigmoidGradients one per architecture
 * @param reluFactor ReLU's gradients as a multiple of the sigmoid's
 * @param sigmoidLoss training loss with the sigmoid; 1.5 with ReLU
 * @param sigmoidTest test accuracy with the sigmoid; 0.4 with ReLU
 */
record SampleActivations(double[] sigmoidGradients, double reluFactor, double sigmoidLoss, double sigmoidTest) {
    private static final double[] DECREASING = {1, 0.5, 0.1, 0.01, 1e-7};

    /** Gradients that decrease, with ReLU twice those with the sigmoid, and a sigmoid that stays at chance. */
    static SampleActivations decreasing() {
        return new SampleActivations(DECREASING, 2, 2.3026, 0.1);
    }

    SampleActivations withGradients(double... gradients) {
        return new SampleActivations(gradients, reluFactor, sigmoidLoss, sigmoidTest);
    }

    SampleActivations withReluFactor(double factor) {
        return new SampleActivations(sigmoidGradients, factor, sigmoidLoss, sigmoidTest);
    }

    SampleActivations withSigmoid(double loss, double test) {
        return new SampleActivations(sigmoidGradients, reluFactor, loss, test);
    }

    ActivationComparison.Result result() {
        List<Pair> pairs = new ArrayList<>();
        List<Architecture> architectures = GrayCifarArchitectures.all();
        for (int i = 0; i < architectures.size(); i++) {
            Architecture relu = architectures.get(i);
            Architecture sigmoid = relu.withActivation(ActivationFunction.LOGISTIC_SIGMOID);
            pairs.add(new Pair(
                    relu,
                    repeats(relu, 1.5, reluFactor * sigmoidGradients[i], 0.4),
                    repeats(sigmoid, sigmoidLoss, sigmoidGradients[i], sigmoidTest)));
        }
        return new ActivationComparison.Result(Scale.FULL, Origin.REAL, SampleData.data(), pairs);
    }

    private static Repeats repeats(Architecture architecture, double loss, double gradient, double test) {
        return SampleData.repeats(SampleData.run(
                        architecture,
                        Map.of(
                                Curve.TRAINING_LOSS,
                                SampleData.level(loss),
                                Curve.FIRST_LAYER_GRADIENT,
                                SampleData.level(gradient)))
                .with(new Optimiser.Sgd(0.01))
                .withAccuracies(test, test));
    }
}
