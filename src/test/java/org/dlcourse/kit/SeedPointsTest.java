package org.dlcourse.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Series;
import org.junit.jupiter.api.Test;

class SeedPointsTest {
    private static final SeedSample ONE = new SeedSample("one", List.of(1L, 2L, 3L), new double[] {.2, .4, .9});
    private static final SeedSample OTHER = new SeedSample("other", List.of(1L, 2L, 3L), new double[] {.5, .5, .5});

    @Test
    void everyValueIsAPointBesideItsSamplesName() {
        Chart chart = new SeedPoints("accuracy", List.of(ONE, OTHER), List.of()).chart("");

        Series points = chart.series().get(0);
        assertThat(points.y()).containsExactly(.2, .4, .9);
        assertThat(DoubleStream.of(points.x())).hasSize(3).allMatch(x -> Math.abs(x) < .3);
        assertThat(DoubleStream.of(chart.series().get(2).x())).hasSize(3).allMatch(x -> Math.abs(x - 1) < .3);
        assertThat(chart.series().get(1).y()).as("the mean").containsExactly(.5, .5);
        assertThat(chart.x().names()).containsExactly("one", "other");
    }

    @Test
    void axisReachesToMarkersBeyondTheValues() {
        Axis.Range range = new SeedPoints("accuracy", List.of(ONE), List.of(Marker.atY(.1, "guessing")))
                .chart("")
                .y()
                .range()
                .orElseThrow();

        assertThat(range.lower()).isLessThan(.1);
        assertThat(range.upper()).isGreaterThan(.9);
    }

    @Test
    void figureIsWideEnoughForLongNames() {
        SeedSample named = new SeedSample("a network with a long name that says a lot", ONE.seeds(), ONE.values());

        assertThat(new SeedPoints("accuracy", List.of(ONE, named), List.of())
                        .figure("title", "caption")
                        .width())
                .isGreaterThan(new SeedPoints("accuracy", List.of(ONE, OTHER), List.of())
                        .figure("title", "caption")
                        .width());
    }

    @Test
    void tableHasARowPerSampleAndSeed() {
        assertThat(new SeedPoints("accuracy", List.of(ONE, OTHER), List.of())
                        .table()
                        .rows())
                .hasSize(6)
                .contains(List.of("one", "2", .4));
    }
}
