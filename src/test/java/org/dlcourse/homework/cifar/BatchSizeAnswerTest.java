package org.dlcourse.homework.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlcourse.homework.cifar.SampleVariations.result;
import static org.dlcourse.homework.cifar.SampleVariations.trial;

import org.dlcourse.settings.Scale;
import org.junit.jupiter.api.Test;

class BatchSizeAnswerTest {
    @Test
    void updatesPerEpochAreThoseOfTheBatchSize() {
        assertThat(new BatchSizeAnswer(result(
                                Scale.QUICK,
                                trial(Variation.BATCH_SIZE_1, .1, .2),
                                trial(Variation.BATCH_SIZE_4, .1, .2, .3, .4),
                                trial(Variation.BATCH_SIZE_1000, .1, .2)))
                        .effect())
                .startsWith(
                        "Batch size 1: 500 updates and 0.50 s per epoch, training loss 2.000 after 2 epochs. Batch size 4:"
                                + " 125 updates and 0.25 s per epoch, training loss 2.000 after 2 epochs. Batch size 1,000: 1"
                                + " update and 0.50 s per epoch, training loss 2.000 after 2 epochs.");
    }
}
