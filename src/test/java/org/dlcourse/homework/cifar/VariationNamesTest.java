package org.dlcourse.homework.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlcourse.homework.cifar.SampleVariations.result;
import static org.dlcourse.homework.cifar.SampleVariations.trial;

import org.dlcourse.settings.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariationNamesTest {
    @ParameterizedTest
    @CsvSource({
        "BASE, LEARNING_RATE_10, learning rate 0.001, learning rate 10",
        "BATCH_SIZE_4, BATCH_SIZE_1000, batch size 4, 'batch size 1,000'",
        "NOT_AUGMENTED, AUGMENTED, training without augmentation, training with augmentation",
        "BASE, SQUARED_ERROR, cross-entropy, mean squared error",
        "BASE, LAYERS_WITH_RELU, the tutorial network, three layers with ReLU"
    })
    void runsAreNamedByWhatDistinguishesThem(Variation one, Variation other, String name, String otherName) {
        VariationNames names = new VariationNames(result(Scale.FULL, trial(one, .1), trial(other, .1)));

        assertThat(names.of(one)).isEqualTo(name);
        assertThat(names.of(other)).isEqualTo(otherName);
    }

    @Test
    void networkIsNamedWithItsSettingWhereThereAreOtherNetworks() {
        VariationNames names = new VariationNames(result(
                Scale.FULL,
                trial(Variation.SINGLE_LAYER, .1),
                trial(Variation.SINGLE_LAYER_LOWER_RATE, .1),
                trial(Variation.BASE, .1)));

        assertThat(names.of(Variation.SINGLE_LAYER_LOWER_RATE)).isEqualTo("a single layer at learning rate 0.0001");
        assertThat(names.atStartOfSentence(Variation.BASE)).isEqualTo("The tutorial network");
    }
}
