package org.dlcourse.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Series;

/**
 * A number for several seeds: every value as a point, samples side by side, with a short line at each mean.
 *
 * @param metric what is shown, the label of the vertical axis
 * @param samples from left to right
 * @param markers lines across the chart, such as the accuracy of guessing
 */
public record SeedPoints(String metric, List<SeedSample> samples, List<Marker> markers) {
    private static final double HALF_MEAN_LINE = .22;
    /** Of the axis beyond the values, as a fraction of their range. */
    private static final double MARGIN = .08;
    /** Horizontal distance of points with different seeds, which could hide each other. */
    private static final double SPREAD = .06;

    private static final int NARROWEST = 420;
    private static final int WIDTH_OF_A_SAMPLE = 130;
    /** Names whose labels would overlap are left out by the axis. */
    private static final int WIDTH_OF_A_LETTER = 7;

    private static final int HEIGHT = 250;

    public SeedPoints {
        samples = List.copyOf(samples);
        markers = List.copyOf(markers);
    }

    /**
     * The points as a chart.
     *
     * @param title above the plot
     * @return its horizontal axis names the samples
     */
    public Chart chart(String title) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            SeedSample sample = samples.get(i);
            series.add(new Series(
                    sample.name(),
                    positions(i, sample.values().length),
                    sample.values(),
                    Palette.BLUE,
                    Series.Style.POINTS));
            series.add(new Series(
                    sample.name() + ", mean",
                    new double[] {i - HALF_MEAN_LINE, i + HALF_MEAN_LINE},
                    new double[] {sample.mean(), sample.mean()},
                    Palette.NEUTRAL,
                    Series.Style.SOLID));
        }
        List<String> names = samples.stream().map(SeedSample::name).toList();
        return new Chart(title, Axis.named("", names), axis(), series, markers);
    }

    /**
     * The points as a figure of their own, wide enough for the samples' names.
     *
     * @param title content of the figure
     * @param caption explanation, with the data of the runs
     * @return with all values attached
     */
    public Figure figure(String title, String caption) {
        return figure(title, caption, table());
    }

    Figure figure(String title, String caption, DataTable data) {
        int longest = samples.stream()
                .mapToInt(sample -> sample.name().length())
                .max()
                .orElse(0);
        int width = Math.max(NARROWEST, samples.size() * Math.max(WIDTH_OF_A_SAMPLE, longest * WIDTH_OF_A_LETTER));
        return new Figure(title, caption, width, HEIGHT, chart(""), List.of(data));
    }

    /**
     * All values.
     *
     * @return a row a sample and seed
     */
    public DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (SeedSample sample : samples) {
            for (int i = 0; i < sample.values().length; i++) {
                rows.add(List.of(sample.name(), Long.toString(sample.seeds().get(i)), sample.values()[i]));
            }
        }
        return new DataTable("By seed: " + metric, List.of("runs", "seed", metric), rows);
    }

    /** Around the sample's index. */
    private static double[] positions(int index, int count) {
        double[] positions = new double[count];
        for (int i = 0; i < count; i++) {
            positions[i] = index + SPREAD * (i - (count - 1) / 2.0) * Math.min(1, 5.0 / count);
        }
        return positions;
    }

    /** As wide as values and markers need. */
    private Axis axis() {
        double[] shown = DoubleStream.concat(
                        samples.stream().flatMapToDouble(sample -> Arrays.stream(sample.values())),
                        markers.stream().filter(marker -> !marker.vertical()).mapToDouble(Marker::value))
                .filter(Double::isFinite)
                .toArray();
        double lowest = Arrays.stream(shown).min().orElse(0);
        double highest = Arrays.stream(shown).max().orElse(1);
        double margin = highest > lowest ? MARGIN * (highest - lowest) : 1e-3;
        return new Axis(metric, false, Optional.of(new Axis.Range(lowest - margin, highest + margin)), List.of());
    }
}
