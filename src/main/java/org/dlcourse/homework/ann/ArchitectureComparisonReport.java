package org.dlcourse.homework.ann;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.ColourScale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.homework.ann.ArchitectureComparison.Repeats;
import org.dlcourse.model.Shape;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.WeightArray;

/**
 * The comparison of architectures as a reader sees it: figures, tables and the handout's result files.
 *
 * @param result what the comparison found
 * @param settings under which
 */
public record ArchitectureComparisonReport(ArchitectureComparison.Result result, CourseSettings settings) {
    private static final List<Color> COLOURS =
            List.of(Palette.ORANGE, Palette.VERMILION, Palette.SKY_BLUE, Palette.BLUE, Palette.GREEN);
    /** Parts of a curve that one point of a drawn curve averages over. */
    private static final int SMOOTHING = 40;

    /** The handout's four plots: loss, accuracies, and how training accuracy carries over to other images. */
    public Figure comparisonFigure() {
        int window = smoothingWindow();
        Chart loss = new Chart(
                "Training loss", "step", "cross-entropy / nats", each((repeats, colour) -> loss(repeats, colour)));
        Chart accuracy = new Chart(
                "Training and validation accuracy",
                "step",
                "accuracy",
                flat((repeats, colour) -> List.of(
                        curve(repeats, colour, Style.SOLID, LearningCurves::trainingAccuracy),
                        curve(repeats, colour, Style.DASHED, LearningCurves::validationAccuracy))));
        Chart generalisation = new Chart(
                "Test against final training accuracy",
                "training accuracy, whole training set",
                "test accuracy",
                each(ArchitectureComparisonReport::points));
        Chart validation = new Chart(
                "Validation against training accuracy",
                "training accuracy",
                "validation accuracy",
                each((repeats, colour) -> validationAgainstTraining(repeats, colour)));
        return new Figure(
                "Performance comparison",
                String.format(
                        Locale.ROOT,
                        "Curves are means over %s. Training loss and accuracy are those of the step's batch of %d images"
                                + " before the step; every curve is a moving average over %d recorded points, one every %d"
                                + " steps (the attached data are not smoothed). Bands: the smallest and the largest"
                                + " repeat. Each point of the third plot is one trained network. %s",
                        repeatsText(),
                        plan().batchSize(),
                        window,
                        plan().recordEvery(),
                        circumstances()),
                1040,
                820,
                new Panels(2, List.of(loss, accuracy, generalisation, validation), legend()),
                result.architectures().stream().map(this::curveTable).toList());
    }

    /** The first layer's weights of the best run of one architecture, one tile a unit or filter. */
    public Figure weightsFigure(Repeats repeats) {
        Run best = repeats.best();
        WeightArray weights = best.result().firstLayerWeights();
        Shape input = repeats.architecture().input();
        boolean convolution = repeats.architecture().isConvolutional();
        int height = convolution ? weights.shape()[2] : input.height();
        int width = convolution ? weights.shape()[3] : input.width();
        double bound = bound(weights);
        List<BufferedImage> tiles = IntStream.range(0, weights.units())
                .mapToObj(
                        unit -> ImageTile.of(doubles(weights.unit(unit)), height, width, ColourScale.diverging(bound)))
                .toList();
        int columns = 8;
        int rows = (tiles.size() + columns - 1) / columns;
        int pictureWidth = convolution ? 620 : 760;
        String caption = String.format(
                Locale.ROOT,
                "%s: %d %s of %d x %d weights, of the repeat with the best test accuracy (%.3f, seed %d). White is 0, red"
                        + " positive, blue negative; full colour at ±%.3g, the size that 99 %% of the weights stay below."
                        + " %s",
                repeats.architecture().name(),
                weights.units(),
                convolution ? "filters" : "units",
                height,
                width,
                best.result().testAccuracy(),
                best.request().seed(),
                bound,
                circumstances());
        return new Figure(
                "First layer of " + repeats.architecture().name(),
                caption,
                pictureWidth,
                8 + pictureWidth * rows / columns,
                new ImageGrid("", columns, tiles),
                List.of(weightTable(repeats, weights)));
    }

    /** The result in two sentences, from the numbers of these runs. */
    public String conclusion() {
        Repeats best = result.architectures().stream()
                .max(Comparator.comparingDouble(
                        repeats -> repeats.testAccuracy().mean()))
                .orElseThrow();
        double lowest = worstConvolutional();
        double highest = bestPerceptron();
        String relation = lowest > highest
                ? String.format(
                        Locale.ROOT,
                        "Every convolutional network beats every perceptron: the lowest mean test accuracy of the former is"
                                + " %.3f, the highest of the latter %.3f.",
                        lowest,
                        highest)
                : String.format(
                        Locale.ROOT,
                        "Not every convolutional network beats every perceptron here: the lowest mean test accuracy of the"
                                + " former is %.3f, the highest of the latter %.3f.",
                        lowest,
                        highest);
        return relation
                + String.format(
                        Locale.ROOT,
                        " %s is best with %s (test accuracy, %s), at %,d parameters.",
                        best.architecture().name(),
                        best.testAccuracy(),
                        repeatsText(),
                        best.architecture().parameterCount());
    }

    /** The lowest mean test accuracy of a convolutional network. */
    public double worstConvolutional() {
        return testAccuracies(true).min().orElseThrow();
    }

    /** The highest mean test accuracy of a perceptron. */
    public double bestPerceptron() {
        return testAccuracies(false).max().orElseThrow();
    }

    private DoubleStream testAccuracies(boolean convolutional) {
        return result.architectures().stream()
                .filter(repeats -> repeats.architecture().isConvolutional() == convolutional)
                .mapToDouble(repeats -> repeats.testAccuracy().mean());
    }

    /** One row an architecture: size, accuracies with their intervals, time. */
    public DataTable summary() {
        List<List<Object>> rows = new ArrayList<>();
        for (Repeats repeats : result.architectures()) {
            rows.add(List.of(
                    repeats.architecture().name(),
                    repeats.architecture().notation(),
                    repeats.architecture().parameterCount(),
                    repeats.trainingAccuracy(),
                    repeats.validationAccuracy(),
                    repeats.testAccuracy(),
                    repeats.best().result().testAccuracy(),
                    Math.round(repeats.seconds())));
        }
        return new DataTable(
                "Accuracy after training, mean and 95 % confidence interval over " + repeatsText(),
                List.of(
                        "Architecture",
                        "Layers",
                        "Parameters",
                        "Training",
                        "Validation",
                        "Test",
                        "Best test",
                        "Seconds a run"),
                rows);
    }

    /** The handout's dictionary of one architecture, under its own keys. Accuracies are parts of 1. */
    public Map<String, Object> dictionary(Repeats repeats) {
        LearningCurves curves = repeats.meanCurves();
        Run best = repeats.best();
        Map<String, Object> dictionary = new LinkedHashMap<>();
        dictionary.put("name", repeats.architecture().name());
        dictionary.put("loss_curve", curves.trainingLoss());
        dictionary.put("train_acc_curve", curves.trainingAccuracy());
        dictionary.put("val_acc_curve", curves.validationAccuracy());
        dictionary.put("test_acc", best.result().testAccuracy());
        dictionary.put(
                "weights",
                nested(
                        best.result().firstLayerWeights().shape(),
                        best.result().firstLayerWeights().values(),
                        0,
                        0));
        return dictionary;
    }

    private static Object nested(int[] shape, float[] values, int dimension, int offset) {
        if (dimension == shape.length - 1) {
            return Arrays.copyOfRange(values, offset, offset + shape[dimension]);
        }
        int size = Arrays.stream(shape, dimension + 1, shape.length).reduce(1, (a, b) -> a * b);
        return IntStream.range(0, shape[dimension])
                .mapToObj(i -> nested(shape, values, dimension + 1, offset + i * size))
                .toList();
    }

    private TrainingPlan plan() {
        return result.architectures().get(0).runs().get(0).request().plan();
    }

    private int smoothingWindow() {
        int points =
                result.architectures().get(0).runs().get(0).result().curves().steps().length;
        return Math.max(1, points / SMOOTHING);
    }

    private String repeatsText() {
        int repeats = result.architectures().get(0).runs().size();
        return repeats == 1 ? "1 run" : repeats + " runs";
    }

    private String circumstances() {
        List<Run> runs = result.architectures().get(0).runs();
        return String.format(
                Locale.ROOT,
                "%s scale, %d epochs, seeds %d to %d. Data: %s.",
                settings.scale(),
                plan().epochs(),
                runs.get(0).request().seed(),
                runs.get(runs.size() - 1).request().seed(),
                result.data().description());
    }

    private Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < result.architectures().size(); i++) {
            entries.add(new Legend.Entry(
                    result.architectures().get(i).architecture().name(), COLOURS.get(i), Style.SOLID));
        }
        entries.add(new Legend.Entry("training", Color.DARK_GRAY, Style.SOLID));
        entries.add(new Legend.Entry("validation", Color.DARK_GRAY, Style.DASHED));
        return new Legend(entries);
    }

    @FunctionalInterface
    private interface SeriesOf {
        Series of(Repeats repeats, Color colour);
    }

    @FunctionalInterface
    private interface SeriesListOf {
        List<Series> of(Repeats repeats, Color colour);
    }

    private List<Series> each(SeriesOf series) {
        return flat((repeats, colour) -> List.of(series.of(repeats, colour)));
    }

    private List<Series> flat(SeriesListOf series) {
        return IntStream.range(0, result.architectures().size())
                .boxed()
                .flatMap(i -> series.of(result.architectures().get(i), COLOURS.get(i)).stream())
                .toList();
    }

    private Series loss(Repeats repeats, Color colour) {
        List<double[]> curves = repeats.runs().stream()
                .map(run -> Series.movingAverage(run.result().curves().trainingLoss(), smoothingWindow()))
                .toList();
        return curve(repeats, colour, Style.SOLID, LearningCurves::trainingLoss)
                .withBand(pointwise(curves, Math::min), pointwise(curves, Math::max));
    }

    private static double[] pointwise(List<double[]> curves, java.util.function.DoubleBinaryOperator choose) {
        return IntStream.range(0, curves.get(0).length)
                .mapToDouble(point -> curves.stream()
                        .mapToDouble(curve -> curve[point])
                        .reduce(choose)
                        .orElseThrow())
                .toArray();
    }

    private Series curve(Repeats repeats, Color colour, Style style, Function<LearningCurves, double[]> values) {
        LearningCurves curves = repeats.meanCurves();
        double[] steps = Arrays.stream(curves.steps()).asDoubleStream().toArray();
        return new Series(repeats.architecture().name(), steps, values.apply(curves), colour, style)
                .smoothed(smoothingWindow());
    }

    private Series validationAgainstTraining(Repeats repeats, Color colour) {
        LearningCurves curves = repeats.meanCurves();
        int window = smoothingWindow();
        return new Series(
                repeats.architecture().name(),
                Series.movingAverage(curves.trainingAccuracy(), window),
                Series.movingAverage(curves.validationAccuracy(), window),
                colour,
                Style.SOLID);
    }

    private static Series points(Repeats repeats, Color colour) {
        return new Series(
                repeats.architecture().name(),
                repeats.runs().stream()
                        .mapToDouble(run -> run.result().trainingAccuracy())
                        .toArray(),
                repeats.runs().stream()
                        .mapToDouble(run -> run.result().testAccuracy())
                        .toArray(),
                colour,
                Style.POINTS);
    }

    private DataTable curveTable(Repeats repeats) {
        LearningCurves curves = repeats.meanCurves();
        return DataTable.ofColumns(
                "Mean curves of " + repeats.architecture().name(),
                List.of("step", "training loss", "training accuracy", "validation accuracy"),
                List.of(
                        Arrays.stream(curves.steps()).asDoubleStream().toArray(),
                        curves.trainingLoss(),
                        curves.trainingAccuracy(),
                        curves.validationAccuracy()));
    }

    private static DataTable weightTable(Repeats repeats, WeightArray weights) {
        int size = weights.values().length / weights.units();
        List<String> columns = IntStream.range(0, size).mapToObj(i -> "w" + i).toList();
        List<List<Object>> rows = IntStream.range(0, weights.units())
                .mapToObj(unit -> {
                    List<Object> row = new ArrayList<>();
                    for (float weight : weights.unit(unit)) {
                        row.add(weight);
                    }
                    return row;
                })
                .toList();
        return new DataTable(
                "First-layer weights of " + repeats.architecture().name() + ", a row a unit", columns, rows);
    }

    private static double bound(WeightArray weights) {
        double[] sizes = IntStream.range(0, weights.values().length)
                .mapToDouble(i -> Math.abs(weights.values()[i]))
                .sorted()
                .toArray();
        return sizes[(int) (0.99 * (sizes.length - 1))];
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
