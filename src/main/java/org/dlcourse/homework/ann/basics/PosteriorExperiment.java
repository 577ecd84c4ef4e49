package org.dlcourse.homework.ann.basics;

import java.util.List;
import java.util.Locale;
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

/** Trains a perceptron on points whose posterior is known, and compares its softmax with the posterior. */
record PosteriorExperiment() implements Experiment<PosteriorExperiment.Result> {
    private static final int TEST_POINTS = 4_000;
    private static final int VALIDATION_POINTS = 500;
    private static final int TRAINING_POINTS = 20_000;
    private static final int BATCH_SIZE = 100;
    private static final int EPOCHS = 8;

    /**
     * Estimates of the posterior at the points of the test set.
     *
     * @param data the points
     * @param trained one estimate per run
     * @param untrained that of the same network before its first step: the control
     */
    record Result(TrainingData data, List<PosteriorEstimate> trained, PosteriorEstimate untrained) {
        /** The data set in one line; unlike {@link TrainingData#description()} it says points, not images. */
        String description() {
            return String.format(
                    Locale.ROOT,
                    "%s: %,d training, %,d validation, %,d test points, SHA-256 %s",
                    data.title(),
                    data.training().count(),
                    data.validation().count(),
                    data.test().count(),
                    data.sha256().substring(0, 12));
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

    private static PosteriorEstimate estimate(Run run, Examples test) {
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
        return new PosteriorEstimate(run.request().seed(), predicted, posterior, test.labels());
    }
}
