package org.dlcourse.homework.ann.architectures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.training.Curve;
import org.dlcourse.training.FloatArray;
import org.junit.jupiter.api.Test;

class Part3FileTest {
    private final Part3File file = new Part3File(new Repeats(
            run(1, 0.25, 0.5f).request().plan(), List.of(run(1, 0.25, 0.5f), run(2, 0.75, 1.5f), run(3, 0.5, 2.5f))));

    @Test
    void nameAndKeysAreThoseOfTheHandout() {
        assertThat(file.name()).isEqualTo("part3_cnn_3.json");
        assertThat(file.content().keySet())
                .containsExactly("name", "loss_curve", "train_acc_curve", "val_acc_curve", "test_acc", "weights");
    }

    @Test
    void curvesAreMeansAndTheBestRunProvidesAccuracyAndWeights() {
        JsonNode json = new ObjectMapper().valueToTree(file.content());

        assertThat(json.path("test_acc").asDouble()).isEqualTo(0.75);
        assertThat(json.path("loss_curve").get(0).asDouble())
                .as("mean of 1, 2 and 3")
                .isEqualTo(2);
        assertThat(json.path("loss_curve")).as("points").hasSize(2);
        assertThat(json.path("weights")).as("filters").hasSize(2);
        assertThat(json.at("/weights/1/0/0/2").asDouble())
                .as("weight of filter 1, channel 0, row 0, column 2, of the best run")
                .isEqualTo(6.5);
    }

    /** Two filters of 1 x 1 x 3; weights increase by 1 from the first. */
    private static Run run(long seed, double testAccuracy, float firstWeight) {
        float[] weights = new float[6];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = firstWeight + i;
        }
        return SampleRun.of(GrayCifarArchitectures.CNN_3, seed)
                .with(Map.of(
                        Curve.TRAINING_LOSS,
                        new double[] {seed, seed},
                        Curve.TRAINING_ACCURACY,
                        new double[] {0, 0},
                        Curve.VALIDATION_ACCURACY,
                        new double[] {0, 0}))
                .withAccuracies(0, testAccuracy)
                .with(new FloatArray(new int[] {2, 1, 1, 3}, weights))
                .run();
    }
}
