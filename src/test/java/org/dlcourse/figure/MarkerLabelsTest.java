package org.dlcourse.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkerLabelsTest {
    @ParameterizedTest
    @CsvSource({
        "0.90, 0.90, RIGHT_ABOVE",
        "0.12, 0.90, RIGHT_ABOVE",
        "0.90, 0.13, RIGHT_BELOW",
        "0.90, 0.10, RIGHT_ABOVE"
    })
    void labelStandsWhereNoPointIsDrawn(double first, double last, MarkerLabels.Place expected) {
        assertThat(place(.1, first, last)).isEqualTo(expected);
    }

    @Test
    void labelWithoutRoomBelowStandsAtTheOtherEnd() {
        assertThat(place(.02, .5, .06)).isEqualTo(MarkerLabels.Place.LEFT_ABOVE);
    }

    private static MarkerLabels.Place place(double marker, double first, double last) {
        Series curve =
                new Series("curve", new double[] {0, 1}, new double[] {first, last}, Palette.BLUE, Series.Style.SOLID);
        Chart chart = new Chart("", Axis.linear("x", 0, 1), Axis.linear("y", 0, 1), List.of(curve), List.of());
        return new MarkerLabels(chart).of(Marker.atY(marker, "label"));
    }
}
