package org.dlcourse.homework.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlcourse.homework.cifar.SampleVariations.result;
import static org.dlcourse.homework.cifar.SampleVariations.trial;

import org.dlcourse.settings.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariationNamesTest {
    @ParameterizedTest
    @CsvSource({
        "BATCH_SIZE_1, batch size 4 (tutorial)",
        "LEARNING_RATE_10, learning rate 0.001 (tutorial)",
        "AUGMENTED, without augmentation (tutorial)",
        "SQUARED_ERROR, cross-entropy (tutorial)",
        "LAYERS_WITH_RELU, the tutorial network"
    })
    void tutorialNetworkIsNamedByWhatDistinguishesItFromTheOther(Variation other, String name) {
        VariationNames names = names(other);

        assertThat(names.of(Variation.BASE)).isEqualTo(name);
        assertThat(names.of(other)).isEqualTo(other.title());
    }

    @ParameterizedTest
    @CsvSource({"BATCH_SIZE_1, Batch size 4 (tutorial)", "SINGLE_LAYER, The tutorial network"})
    void nameAtTheStartOfASentenceIsCapitalised(Variation other, String name) {
        assertThat(names(other).atStartOfSentence(Variation.BASE)).isEqualTo(name);
    }

    private static VariationNames names(Variation other) {
        return new VariationNames(result(Scale.QUICK, trial(other, .1), trial(Variation.BASE, .1)));
    }
}
