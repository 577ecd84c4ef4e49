package org.dlcourse.homework.fcnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.homework.SampleData;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Shape;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.junit.jupiter.api.Test;

class DepthAnswersTest {
    @Test
    void bestDepthIsReportedWithItsGain() {
        DepthAnswers answers = answers(.3, .35, .4, .38);

        assertThat(answers.conclusion())
                .contains(
                        "4 layers are best on average. The mean validation accuracy is 0.400 for 4 layers and 0.300 for 2 layers"
                                + " (difference +0.100; paired t-test over 3 seeds, one-sided, p = 0)")
                .contains("The difference is significant at the level of 0.05");
        assertThat(answers.tested())
                .contains(
                        "The best validation accuracy, 0.400, is that of 4 layers (Adam 0.001, batches of 50, 15 epochs, seed 1)")
                .contains("tested once for this question: test accuracy 0.300");
    }

    @Test
    void noGainIsReportedIfTwoLayersAreBest() {
        assertThat(answers(.4, .35, .3, .3).conclusion())
                .contains("Two layers are best on average: these runs show no gain from depth");
    }

    @Test
    void gapsAreComparedFromTheFewestToTheMostLayers() {
        assertThat(answers(.4, .4, .4, .3).overfitting())
                .contains("by 0.100 ± 0.000 with two layers and 0.200 ± 0.000 with five")
                .contains("the deeper network overfits more");
        assertThat(answers(.3, .4, .4, .4).overfitting()).contains("the deeper network overfits less");
        assertThat(answers(.4, .3, .4, .4).overfitting()).contains("do not show which one overfits more");
    }

    private static DepthAnswers answers(double... validation) {
        List<Repeats> depths = IntStream.range(0, validation.length)
                .mapToObj(i -> repeats(i + 2, validation[i]))
                .toList();
        int best = IntStream.range(0, validation.length)
                .reduce((a, b) -> validation[b] > validation[a] ? b : a)
                .orElseThrow();
        var bestRun = depths.get(best).runs().get(0);
        return new DepthAnswers(new DepthComparison.Result(
                Scale.QUICK, Origin.SYNTHETIC, SampleData.data().withoutTest(), depths, bestRun, bestRun));
    }

    private static Repeats repeats(int depth, double validation) {
        List<LayerSpec> layers = IntStream.range(1, depth)
                .boxed()
                .<LayerSpec>flatMap(
                        i -> List.of(new FullyConnected(5, true), new Activation(ActivationFunction.RELU)).stream())
                .collect(java.util.stream.Collectors.toList());
        layers.add(new FullyConnected(10, true));
        Architecture architecture = new Architecture(depth + " layers", new Shape(1, 1, 1), layers);
        return SampleData.repeats(SampleRun.of(architecture, 1)
                .with(Map.of(Curve.VALIDATION_ACCURACY, SampleData.line(.1, validation)))
                .withAccuracies(.5, .3));
    }
}
