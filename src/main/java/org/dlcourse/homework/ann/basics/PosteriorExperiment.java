package org.dlcourse.homework.ann.basics;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dlcourse.dataset.Examples;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Shape;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.Curve;
import org.dlcourse.training.FloatArray;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.util.SeededRandom;

/** Trains a perceptron on points whose class posterior is known, and compares its softmax with it. */
public record PosteriorExperiment() implements Experiment<PosteriorExperiment.Result> {
    private static final int TEST_POINTS = 4_000;
    private static final int VALIDATION_POINTS = 500;
    private static final int TRAINING_POINTS = 20_000;
    private static final int BATCH_SIZE = 100;
    private static final int EPOCHS = 8;

    /**
     * What was found, over the points of the test set.
     *
     * @param data the points
     * @param trained a posterior for each repeat
     * @param untrained the same network before its first step: the control
     */
    public record Result(TrainingData data, List<Estimate> trained, Estimate untrained) {}

    /**
     * A network's probabilities of the test points beside the true ones.
     *
     * @param seed of the run
     * @param predicted the softmax, [points][classes]
     * @param posterior the true posterior, [points][classes]
     * @param labels the classes that the points were drawn from
     */
    public record Estimate(long seed, double[][] predicted, double[][] posterior, int[] labels) {
        /** Mean absolute difference of a probability. */
        double meanAbsoluteDifference() {
            return mean(i -> IntStream.range(0, posterior[i].length)
                    .mapToDouble(c -> Math.abs(predicted[i][c] - posterior[i][c]))
                    .average()
                    .orElseThrow());
        }

        /** H(Y|X) in nats, over these points. */
        double conditionalEntropy() {
            return mean(i -> expectation(posterior[i], posterior[i]));
        }

        /** E[-log q(y|x)] in nats with y drawn from the posterior: the loss that infinitely many labels would give. */
        double crossEntropy() {
            return mean(i -> expectation(posterior[i], predicted[i]));
        }

        /** E[KL(p(.|x) || q(.|x))] in nats. */
        double divergence() {
            return mean(this::divergence);
        }

        private double divergence(int i) {
            return IntStream.range(0, posterior[i].length)
                    .mapToDouble(c ->
                            posterior[i][c] == 0 ? 0 : posterior[i][c] * Math.log(posterior[i][c] / predicted[i][c]))
                    .sum();
        }

        /** The loss by the labels that were drawn, less the entropy by the same labels, in nats. */
        double excessLossByLabels() {
            return mean(this::excessLossByLabel);
        }

        private double excessLossByLabel(int i) {
            return Math.log(posterior[i][labels[i]] / predicted[i][labels[i]]);
        }

        /** Standard error of {@link #excessLossByLabels()} as an estimate of {@link #divergence()}. */
        double standardErrorOfExcess() {
            double meanDifference = mean(i -> excessLossByLabel(i) - divergence(i));
            double variance = mean(i -> Math.pow(excessLossByLabel(i) - divergence(i) - meanDifference, 2));
            return Math.sqrt(variance / labels.length);
        }

        private double mean(IntToDoubleFunction value) {
            return IntStream.range(0, labels.length)
                    .mapToDouble(value)
                    .average()
                    .orElseThrow();
        }

        /** Of -log q under p. A class of probability 0 adds nothing. */
        private static double expectation(double[] p, double[] q) {
            return IntStream.range(0, p.length)
                    .mapToDouble(c -> p[c] == 0 ? 0 : -p[c] * Math.log(q[c]))
                    .sum();
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        TrainingData data = new TrainingData(
                "three Gaussians in the plane (synthetic)",
                GaussianMixture.draw(TRAINING_POINTS, SeededRandom.of(settings.seed(), "mixture, training")),
                GaussianMixture.draw(VALIDATION_POINTS, SeededRandom.of(settings.seed(), "mixture, validation")),
                GaussianMixture.draw(TEST_POINTS, SeededRandom.of(settings.seed(), "mixture, test")));
        TrainingPlan training = plan(Optimiser.Adam.defaults(), EPOCHS);
        TrainingPlan none = plan(new Optimiser.Sgd(0), 1);
        Repeats trained = laboratory
                .grid(data, List.of(training), settings.repeats(3, 10))
                .get(0);
        Repeats untrained = laboratory.grid(data, List.of(none), 1).get(0);
        return new Result(
                data,
                trained.runs().stream().map(run -> estimate(run, data.test())).toList(),
                estimate(untrained.runs().get(0), data.test()));
    }

    private static TrainingPlan plan(Optimiser optimiser, int epochs) {
        LayerSpec relu = new Activation(ActivationFunction.RELU);
        Architecture perceptron = new Architecture(
                "perceptron on the plane",
                Shape.flat(GaussianMixture.DIMENSIONS),
                List.of(
                        new FullyConnected(32, true),
                        relu,
                        new FullyConnected(32, true),
                        relu,
                        new FullyConnected(GaussianMixture.CLASSES, true)));
        return new TrainingPlan(
                perceptron,
                Initialisation.PYTORCH,
                optimiser,
                BATCH_SIZE,
                epochs,
                Recording.every(20, Curve.TRAINING_LOSS).withTestProbabilities());
    }

    private static Estimate estimate(Run run, Examples test) {
        FloatArray probabilities = run.result().testProbabilities();
        double[] points = test.features().dup('c').data().asDouble();
        double[][] predicted = new double[test.count()][];
        double[][] posterior = new double[test.count()][];
        for (int i = 0; i < test.count(); i++) {
            float[] row = probabilities.row(i);
            predicted[i] =
                    IntStream.range(0, row.length).mapToDouble(c -> row[c]).toArray();
            posterior[i] = GaussianMixture.posterior(
                    points[i * GaussianMixture.DIMENSIONS], points[i * GaussianMixture.DIMENSIONS + 1]);
        }
        return new Estimate(run.request().seed(), predicted, posterior, test.labels());
    }
}
