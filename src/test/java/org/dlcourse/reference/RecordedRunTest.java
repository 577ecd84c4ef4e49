package org.dlcourse.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.training.Curve;
import org.dlcourse.training.FloatArray;
import org.dlcourse.training.LearningCurves;
import org.junit.jupiter.api.Test;

class RecordedRunTest {
    private static final SampleRun SAMPLE = SampleRun.of(GrayCifarArchitectures.MLP_1, 449)
            .with(Map.of(
                    Curve.TRAINING_LOSS,
                    IntStream.rangeClosed(1, 450)
                            .mapToDouble(step -> 1.0 / step)
                            .toArray()));

    @Test
    void longCurveIsThinnedEvenlyToItsLastPoint() {
        LearningCurves thinned = RecordedRun.of(SAMPLE.run()).run().result().curves();

        assertThat(thinned.steps()).hasSize(150).startsWith(30, 60).endsWith(4500);
        assertThat(thinned.of(Curve.TRAINING_LOSS))
                .hasSize(150)
                .startsWith(.33333, .16667)
                .endsWith(.0022222);
    }

    @Test
    void finalNumbersStayToTheBitAndWeightsAreLeftOut() {
        Run recorded =
                RecordedRun.of(SAMPLE.withAccuracies(1.0 / 3, 2.0 / 3).run()).run();

        assertThat(recorded.result().trainingAccuracy()).isEqualTo(1.0 / 3);
        assertThat(recorded.result().testAccuracy()).isEqualTo(2.0 / 3);
        assertThat(recorded.result().firstLayerWeights()).isEqualTo(FloatArray.NONE);
    }

    @Test
    void digestIsOfTheWholeResult() {
        String digest = RecordedRun.of(SAMPLE.run()).resultSha256();

        assertThat(RecordedRun.of(SAMPLE.run()).resultSha256()).isEqualTo(digest);
        assertThat(RecordedRun.of(SAMPLE.with(new FloatArray(new int[] {1, 1}, new float[] {1.0000001f}))
                                .run())
                        .resultSha256())
                .as("with another weight, which is not recorded")
                .isNotEqualTo(digest);
    }
}
