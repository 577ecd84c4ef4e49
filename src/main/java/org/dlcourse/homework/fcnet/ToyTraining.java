package org.dlcourse.homework.fcnet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.LossAndGradients;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
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
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Full-batch gradient descent on the toy data.
 *
 * @param losses before each step, and after the last
 */
record ToyTraining(double[] losses) {
    static final int STEPS = 100;
    static final double LEARNING_RATE = 0.1;
    static final double PENALTY = .000005;

    static ToyTraining of(TwoLayerNetwork network, Parameters start, INDArray inputs, int[] labels) {
        List<Double> losses = new ArrayList<>();
        Parameters parameters = start;
        for (int step = 0; step <= STEPS; step++) {
            LossAndGradients loss = network.loss(parameters, inputs, labels, PENALTY);
            losses.add(loss.loss());
            parameters = stepped(parameters, loss.gradients());
        }
        return new ToyTraining(losses.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Parameters stepped(Parameters parameters, Parameters gradients) {
        return new Parameters(
                parameters.hiddenWeights().sub(gradients.hiddenWeights().mul(LEARNING_RATE)),
                parameters.hiddenBias().sub(gradients.hiddenBias().mul(LEARNING_RATE)),
                parameters.outputWeights().sub(gradients.outputWeights().mul(LEARNING_RATE)),
                parameters.outputBias().sub(gradients.outputBias().mul(LEARNING_RATE)));
    }

    double finalLoss() {
        return losses[losses.length - 1];
    }

    Figure figure(double bound) {
        double[] steps = IntStream.range(0, losses.length).asDoubleStream().toArray();
        Chart chart = new Chart(
                "Training loss on the toy data",
                Axis.linear("step"),
                Axis.logarithmic("loss / nats", 1e-3, 10),
                List.of(new Series("loss", steps, losses, Palette.BLUE, Style.SOLID)),
                List.of(Marker.atY(bound, "bound")));
        return new Figure(
                "Training on the toy data",
                "Full-batch gradient descent on 5 samples: " + STEPS + " steps with learning rate " + LEARNING_RATE
                        + " and a penalty of λ = .000005 on the squared weights.",
                620,
                360,
                new Panels(
                        1,
                        List.of(chart),
                        new Legend(List.of(new Legend.Entry("loss with penalty", Palette.BLUE, Style.SOLID)))),
                List.of(DataTable.ofColumns("Training loss", List.of("step", "loss"), List.of(steps, losses))));
    }
}
