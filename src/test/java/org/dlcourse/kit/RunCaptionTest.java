package org.dlcourse.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Shape;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.TinyData;
import org.dlcourse.training.TrainingData;
import org.junit.jupiter.api.Test;

class RunCaptionTest {
    private static final Architecture TINY =
            new Architecture("tiny", new Shape(1, 32, 32), List.of(new FullyConnected(10, true)));

    private final TrainingData data = TinyData.of(10);
    private final Run run = SampleRun.of(TINY, 7).run();

    @Test
    void captionNamesScaleBatchesEpochsSeedAndData() {
        String caption = "Validation loss by epoch. " + new RunCaption(Scale.QUICK, data, List.of(run)).text();

        assertThat(caption)
                .startsWith("Validation loss by epoch. At quick scale: batches of 50, 15 epochs, seed 7. Data: "
                        + data.description() + ".");
    }

    @Test
    void seedsOfSeveralRunsAreARange() {
        Run other = SampleRun.of(TINY, 9).run();

        assertThat(new RunCaption(Scale.FULL, data, List.of(run, other)).text())
                .contains("At full scale", "seeds 7 to 9");
    }
}
