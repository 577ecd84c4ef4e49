package org.dlcourse.homework.fcnet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.TwoLayerTraining;
import org.dlcourse.exercise.TwoLayerTraining.Plan;
import org.dlcourse.exercise.TwoLayerTraining.Trained;
import org.dlcourse.exercise.reference.GradientDescent;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;

/**
 * A training on the toy data by a solution, and the same by full-batch gradient descent.
 *
 * @param toy the data
 * @param trained by the solution
 * @param reference by full-batch gradient descent
 * @param predictions of the solution for the toy data, with the parameters that it has trained
 */
record ToyTraining(ToyData toy, Trained trained, Trained reference, int[] predictions) {
    static final Plan PLAN = new Plan(100, 0.1, .000005);

    static ToyTraining of(TwoLayerTraining solution, ToyData toy) {
        Trained trained = solution.train(toy.parameters(), toy.inputs(), toy.labels(), PLAN);
        return new ToyTraining(
                toy,
                trained,
                new GradientDescent().train(toy.parameters(), toy.inputs(), toy.labels(), PLAN),
                solution.predict(trained.parameters(), toy.inputs()));
    }

    /** The loss of all samples before the training. */
    double firstLoss() {
        return loss(toy.parameters());
    }

    /** The loss of all samples with the trained parameters. */
    double finalLoss() {
        return loss(trained.parameters());
    }

    private double loss(Parameters parameters) {
        return new MatrixTwoLayerNetwork()
                .loss(parameters, toy.inputs(), toy.labels(), PLAN.penalty())
                .loss();
    }

    /** Samples whose predicted class is not the one with the largest probability. */
    int wrongPredictions() {
        int[] right = new GradientDescent().predict(trained.parameters(), toy.inputs());
        return (int) IntStream.range(0, right.length)
                .filter(i -> predictions[i] != right[i])
                .count();
    }

    private boolean isFullBatch() {
        return Arrays.equals(trained.losses(), reference.losses());
    }

    Figure figure(double bound) {
        double[] steps = IntStream.range(0, PLAN.steps()).asDoubleStream().toArray();
        List<Series> series = new ArrayList<>();
        List<Legend.Entry> legend = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        if (!isFullBatch()) {
            series.add(new Series("full batch", steps, reference.losses(), Palette.NEUTRAL, Style.DASHED));
            legend.add(new Legend.Entry("full-batch gradient descent", Palette.NEUTRAL, Style.DASHED));
            tables.add(table("Training loss of full-batch gradient descent", steps, reference.losses()));
        }
        series.add(new Series("loss", steps, trained.losses(), Palette.BLUE, Style.SOLID));
        legend.add(new Legend.Entry("loss with penalty", Palette.BLUE, Style.SOLID));
        tables.add(table("Training loss", steps, trained.losses()));
        return new Figure(
                "Training on the toy data",
                "Gradient descent on 5 samples: " + PLAN.steps() + " steps with learning rate " + PLAN.learningRate()
                        + " and a penalty of λ = 0.000005 on the squared weights.",
                620,
                300,
                new Panels(
                        1,
                        List.of(new Chart(
                                "Training loss on the toy data",
                                Axis.linear("step"),
                                Axis.logarithmic("loss / nats", 1e-3, 10),
                                series,
                                List.of(Marker.atY(bound, "bound")))),
                        new Legend(legend)),
                tables);
    }

    private static DataTable table(String title, double[] steps, double[] losses) {
        return DataTable.ofColumns(title, List.of("step", "loss"), List.of(steps, losses));
    }
}
