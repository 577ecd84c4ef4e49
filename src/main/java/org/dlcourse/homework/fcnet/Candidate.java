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
 * The four hyper-parameters that are searched; all else stays as the handout has it.
 *
 * @param hiddenUnits size of the hidden layer
 * @param learningRate at the start; multiplied by .95 after every epoch
 * @param penalty lambda, the factor of the squared weights
 * @param steps batches
 */
record Candidate(int hiddenUnits, double learningRate, double penalty, int steps) {
    private static final double DECAY = 0.95;
    private static final int POINTS = 20;

    /** The handout's defaults, with so many steps. */
    static Candidate defaults(int steps) {
        return new Candidate(50, 1e-4, .25, steps);
    }

    /** Any of a wide range: rates and penalties over two and three decades, each decade as likely as another. */
    static Candidate anywhere(Random random, List<Integer> hiddenUnits, List<Integer> steps) {
        return new Candidate(
                hiddenUnits.get(random.nextInt(hiddenUnits.size())),
                rounded(StrictMath.pow(10, -4 + 2 * random.nextDouble())),
                rounded(StrictMath.pow(10, -3 + 3 * random.nextDouble())),
                steps.get(random.nextInt(steps.size())));
    }

    /** Any near this one: half a decade of rates, a decade of penalties, up to half as many hidden units and steps again. */
    Candidate nearby(Random random) {
        return new Candidate(
                (int) Math.round(hiddenUnits * (1 + 0.5 * random.nextDouble()) / 5) * 5,
                rounded(learningRate * StrictMath.pow(10, 0.5 * (random.nextDouble() - 0.5))),
                rounded(penalty * StrictMath.pow(10, random.nextDouble() - 0.5)),
                (int) Math.round(steps * (1 + 0.5 * random.nextDouble()) / 20) * 20);
    }

    /** The same with each of another's hyper-parameters in turn: hidden units, rate, penalty, steps. */
    List<Candidate> withEachOf(Candidate other) {
        return List.of(
                new Candidate(other.hiddenUnits, learningRate, penalty, steps),
                new Candidate(hiddenUnits, other.learningRate, penalty, steps),
                new Candidate(hiddenUnits, learningRate, other.penalty, steps),
                new Candidate(hiddenUnits, learningRate, penalty, other.steps));
    }

    /** To two digits: the search tries no finer differences. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(2)).doubleValue();
    }

    /** The plan for so many training images in batches of so many, with the exercise's own network. */
    TrainingPlan plan(int trainingImages, int batchSize) {
        int stepsAnEpoch = (trainingImages + batchSize - 1) / batchSize;
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
                        (steps + stepsAnEpoch - 1) / stepsAnEpoch,
                        Recording.every(
                                Math.max(1, steps / POINTS),
                                Curve.MEAN_TRAINING_LOSS,
                                Curve.TRAINING_ACCURACY,
                                Curve.VALIDATION_ACCURACY))
                .withObjective(Objective.penalised(penalty))
                .withStopping(new Stopping.AfterSteps(steps))
                .withImplementation(ExerciseNetworkProvider.TWO_LAYER_EXERCISE);
    }
}
