package org.dlcourse.homework.fcnet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import org.dlcourse.homework.data.SplitCifar10;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Objective;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Schedule;
import org.dlcourse.training.Stopping;
import org.dlcourse.training.TrainingPlan;

/**
 * The four hyper-parameters that are searched; all others are the handout's.
 *
 * @param hiddenUnits size of the hidden layer
 * @param learningRate initial learning rate; multiplied by .95 after every epoch
 * @param penalty factor λ of the squared weights
 * @param steps of the training, one mini-batch each
 */
record Candidate(int hiddenUnits, double learningRate, double penalty, int steps) {
    private static final double DECAY = 0.95;

    /** The handout's defaults, with this number of steps. */
    static Candidate defaults(int steps) {
        return new Candidate(50, 1e-4, .25, steps);
    }

    /** A random candidate; learning rates and penalties are log-uniform over two and three decades. */
    static Candidate random(Random random, List<Integer> hiddenUnits, List<Integer> steps) {
        return new Candidate(
                hiddenUnits.get(random.nextInt(hiddenUnits.size())),
                rounded(StrictMath.pow(10, -4 + 2 * random.nextDouble())),
                rounded(StrictMath.pow(10, -3 + 3 * random.nextDouble())),
                steps.get(random.nextInt(steps.size())));
    }

    /**
     * A random candidate near this one: within half a decade of learning rates and a decade of penalties, with up to 50 % more
     * hidden units and steps.
     */
    Candidate nearby(Random random) {
        return new Candidate(
                (int) Math.round(hiddenUnits * (1 + 0.5 * random.nextDouble()) / 5) * 5,
                rounded(learningRate * StrictMath.pow(10, 0.5 * (random.nextDouble() - 0.5))),
                rounded(penalty * StrictMath.pow(10, random.nextDouble() - 0.5)),
                (int) Math.round(steps * (1 + 0.5 * random.nextDouble()) / 20) * 20);
    }

    /** This candidate with one of another's hyper-parameters at a time: hidden units, learning rate, penalty, steps. */
    List<Candidate> withEachOf(Candidate other) {
        return List.of(
                new Candidate(other.hiddenUnits, learningRate, penalty, steps),
                new Candidate(hiddenUnits, other.learningRate, penalty, steps),
                new Candidate(hiddenUnits, learningRate, other.penalty, steps),
                new Candidate(hiddenUnits, learningRate, penalty, other.steps));
    }

    /** To two significant digits: the search tries no finer differences. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(2)).doubleValue();
    }

    /**
     * The plan for the exercise's own network.
     *
     * @param trainingImages number of training images
     * @param batchSize images per mini-batch
     * @param points of the curves
     */
    TrainingPlan plan(int trainingImages, int batchSize, int points) {
        int stepsPerEpoch = (trainingImages + batchSize - 1) / batchSize;
        return new TrainingPlan(
                        new Architecture(
                                "two layers, " + hiddenUnits + " hidden",
                                SplitCifar10.IMAGE,
                                List.of(
                                        new FullyConnected(hiddenUnits, true),
                                        new Activation(ActivationFunction.RELU),
                                        new FullyConnected(10, true))),
                        Initialisation.SMALL_NORMAL,
                        new Optimiser.Sgd(learningRate),
                        new Schedule.Decay(DECAY),
                        batchSize,
                        (steps + stepsPerEpoch - 1) / stepsPerEpoch,
                        Recording.every(
                                Math.max(1, steps / points),
                                Curve.MEAN_TRAINING_LOSS,
                                Curve.TRAINING_ACCURACY,
                                Curve.VALIDATION_ACCURACY))
                .withObjective(Objective.penalised(penalty))
                .withStopping(new Stopping.AfterSteps(steps))
                .withImplementation(ExerciseNetworkProvider.TWO_LAYER_EXERCISE);
    }
}
