package org.dlcourse.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void movingAverageIsCentredAndShorterAtTheEnds() {
        assertThat(Series.movingAverage(new double[] {1, 2, 3, 4, 9}, 3)).containsExactly(1.5, 2, 3, 16 / 3.0, 6.5);
        assertThat(Series.movingAverage(new double[] {1, 2}, 1)).containsExactly(1, 2);
    }

    @Test
    void lengthsMustMatch() {
        assertThatThrownBy(() -> new Series("s", new double[2], new double[3], Color.RED, Series.Style.SOLID))
                .hasMessage("s has 2 x and 3 y.");
    }

    @Test
    void colourScaleEndsAtItsBoundsAndIsWhiteInTheMiddle() {
        ColourScale scale = ColourScale.diverging(2);

        assertThat(scale.colour(-2)).isEqualTo(new Color(0x053061));
        assertThat(scale.colour(-9)).as("beyond the bound").isEqualTo(new Color(0x053061));
        assertThat(scale.colour(0)).isEqualTo(new Color(0xF7F7F7));
        assertThat(scale.colour(2)).isEqualTo(new Color(0x67001F));
        assertThat(ColourScale.gray(0, 1).colour(0.5)).isEqualTo(new Color(128, 128, 128));
    }
}
