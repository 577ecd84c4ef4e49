package org.dlcourse.homework.ann.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.homework.MadeUp;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.homework.ann.activations.ActivationComparison.Pair;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.junit.jupiter.api.Test;

class ActivationAnswersTest {
    private static final double[] SHRINKING = {1, 0.5, 0.1, 0.01, 1e-7};

    @Test
    void shrinkingGradientIsSaidToShrinkAndAnotherOneIsNot() {
        assertThat(answers(SHRINKING, 2, 2.3026, 0.1).gradients())
                .contains("with the sigmoid: 1.0 in mlp_1, 0.50 in mlp_2, 0.10 in cnn_3")
                .contains("It shrinks from each network to every one with more sigmoids");
        assertThat(answers(new double[] {1, 0.5, 0.6, 0.01, 1e-7}, 2, 2.3026, 0.1)
                        .gradients())
                .contains("It does not shrink from each network to every one with more sigmoids");
    }

    @Test
    void everyRepeatOfEveryPairIsCountedButThoseWithEquallyManyActivations() {
        assertThat(answers(SHRINKING, 2, 2.3026, 0.1).risesWithActivations(Pair::sigmoid))
                .isZero();
        assertThat(answers(new double[] {1, 2, 0.1, 0.2, 1e-7}, 2, 2.3026, 0.1).risesWithActivations(Pair::sigmoid))
                .as("cnn_3 and cnn_4 in three repeats; mlp_1 and mlp_2 have one activation each")
                .isEqualTo(3);
        assertThat(answers(new double[] {1, 0.5, 0.1, Double.NaN, 1e-7}, 2, 2.3026, 0.1)
                        .risesWithActivations(Pair::sigmoid))
                .as("a gradient that is no number is not smaller than three others, nor the fourth smaller than it")
                .isEqualTo(12);
    }

    @Test
    void gradientBelowTheWeightsLastDigitIsSaidToBeHidden() {
        assertThat(answers(SHRINKING, 2, 2.3026, 0.1).gradients())
                .contains("The sigmoid's gradient of cnn_5 is at the limit of what its weights can show")
                .contains("below 85 with 6 sigmoids (cnn_5)");
        assertThat(answers(new double[] {1, 0.5, 0.1, 0.01, 1e-3}, 2, 2.3026, 0.1)
                        .gradients())
                .doesNotContain("at the limit")
                .doesNotContain("below");
    }

    @Test
    void reluIsSaidToHaveTheLargerGradientOnlyWhereItHas() {
        assertThat(answers(SHRINKING, 2, 2.3026, 0.1).gradients())
                .contains("0.50 with 1 sigmoid (mlp_1), 0.50 with 1 sigmoid (mlp_2), 0.50 with 2 sigmoids (cnn_3)");
        assertThat(answers(SHRINKING, 0.5, 2.3026, 0.1).gradients()).contains("ReLU's is the larger one for none only");
    }

    @Test
    void networksAtChanceAreNamedAndOthersAreNot() {
        assertThat(answers(SHRINKING, 2, Math.log(10) + 0.004, 0.1).why())
                .contains("for every architecture")
                .contains("With the sigmoid, mlp_1, mlp_2, cnn_3, cnn_4, cnn_5 learnt nothing")
                .contains("further than 0.004 from ln 10");
        assertThat(answers(SHRINKING, 2, Math.log(10), 0.3).why())
                .as("a test accuracy above chance")
                .contains("None of the sigmoid networks stood still at chance.");
        assertThat(answers(SHRINKING, 2, 1, 0.1).why())
                .as("a sigmoid that is better than ReLU")
                .contains("by more than the repeats spread, for none");
    }

    /** ReLU: a loss of 1.5 and so many times the sigmoid's gradients. */
    private static ActivationAnswers answers(
            double[] sigmoidGradients, double reluTimes, double sigmoidLoss, double sigmoidTest) {
        List<Pair> pairs = new ArrayList<>();
        List<Architecture> architectures = GrayCifarArchitectures.all();
        for (int i = 0; i < architectures.size(); i++) {
            Architecture architecture = architectures.get(i);
            pairs.add(new Pair(
                    architecture,
                    repeats(architecture, 1.5, reluTimes * sigmoidGradients[i], 0.4),
                    repeats(
                            architecture.withActivation(ActivationFunction.LOGISTIC_SIGMOID),
                            sigmoidLoss,
                            sigmoidGradients[i],
                            sigmoidTest)));
        }
        return new ActivationAnswers(new ActivationComparison.Result(Scale.FULL, MadeUp.data(), pairs));
    }

    private static Repeats repeats(Architecture architecture, double loss, double gradient, double test) {
        return MadeUp.repeats(MadeUp.run(
                        architecture,
                        Map.of(
                                Curve.TRAINING_LOSS,
                                MadeUp.level(loss),
                                Curve.FIRST_LAYER_GRADIENT,
                                MadeUp.level(gradient)))
                .with(new Optimiser.Sgd(0.01))
                .withAccuracies(test, test));
    }

    @Test
    void resultFileHasTheHandoutsNameAndKeys() {
        Pair pair = answers(SHRINKING, 2, 2.3026, 0.1).result().pairs().get(3);
        Part4File file = new Part4File(pair);

        assertThat(file.name()).isEqualTo("part4_cnn_4.json");
        assertThat(file.content())
                .containsOnlyKeys(
                        "name", "relu_loss_curve", "sigmoid_loss_curve", "relu_grad_curve", "sigmoid_grad_curve")
                .containsEntry("name", "cnn_4");
        assertThat((double[]) file.content().get("sigmoid_grad_curve"))
                .hasSize(15)
                .containsOnly(0.01);
        assertThat((double[]) file.content().get("relu_grad_curve")).containsOnly(0.02);
    }

    @Test
    void unscaledPixelsAreSaidToSaturateOnlyIfTheyDo() {
        assertThat(ranges(0.4, 1.0, 2.0, 2.3).answer())
                .contains(
                        "With ReLU, the part of first-layer activations with hardly any derivative rises from 0.40 with [0,1]"
                                + " to 1.00, and the final loss is higher: 2.300 against 2.000.");
        assertThat(ranges(0.4, 0.3, 2.0, 1.9).answer())
                .contains("does not rise, from 0.40 with [0,1] to 0.30, and the final loss is not higher");
    }

    private static InputRangeComparison.Result ranges(
            double unitSaturation, double bytesSaturation, double unitLoss, double bytesLoss) {
        return new InputRangeComparison.Result(
                Scale.FULL,
                MadeUp.data(),
                MadeUp.data(),
                List.of(new InputRangeComparison.Pair(
                        ActivationFunction.RELU,
                        saturated(unitSaturation, unitLoss),
                        saturated(bytesSaturation, bytesLoss))));
    }

    private static Repeats saturated(double saturation, double loss) {
        return MadeUp.repeats(MadeUp.run(
                GrayCifarArchitectures.MLP_1,
                Map.of(
                        Curve.TRAINING_LOSS,
                        MadeUp.level(loss),
                        Curve.FIRST_LAYER_SATURATION,
                        MadeUp.level(saturation))));
    }
}
