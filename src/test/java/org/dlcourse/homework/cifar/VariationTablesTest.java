package org.dlcourse.homework.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlcourse.homework.cifar.SampleVariations.diverged;
import static org.dlcourse.homework.cifar.SampleVariations.result;
import static org.dlcourse.homework.cifar.SampleVariations.trial;

import java.util.List;
import org.dlcourse.figure.DataTable;
import org.dlcourse.settings.Scale;
import org.junit.jupiter.api.Test;

class VariationTablesTest {
    @Test
    void differencesAreFromTheTutorialNetworkAfterCommonEpochs() {
        DataTable table = new VariationTables(result(
                        Scale.QUICK,
                        diverged(Variation.LEARNING_RATE_10, 8),
                        trial(Variation.LEARNING_RATE_TENTH, .1, .2),
                        trial(Variation.BASE, .1, .3, .9)))
                .results();

        assertThat(table.title()).isEqualTo("Results after 2 epochs");
        assertThat(table.columns()).endsWith("Test accuracy minus that of learning rate 0.001");
        assertThat(table.rows())
                .containsExactly(
                        List.of("learning rate 10", "–", "diverged", "–", "–", "–"),
                        List.of("learning rate 0.1", "0.5", "2.000", "0.200", "0.200", "-0.100"),
                        List.of("learning rate 0.001", "0.33", "2.000", "0.300", "0.300", "–"));
    }

    @Test
    void oneRunIsComparedWithNothing() {
        assertThat(new VariationTables(result(Scale.QUICK, trial(Variation.OUT_OF_THE_BOX, .2)))
                        .results()
                        .columns())
                .endsWith("Test accuracy");
    }
}
