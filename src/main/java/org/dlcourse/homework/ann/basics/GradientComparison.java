package org.dlcourse.homework.ann.basics;

import java.util.List;
import java.util.stream.Stream;
import org.dlcourse.exercise.GradientFromWeights;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.homework.ann.GrayCifar10;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.TrainingData;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Compares the gradient computed from the weights with back-propagation's in mlp_1 and cnn_3: in double and in single
 * precision, and, as the control, with momentum.
 *
 * @param solution the exercise's solution
 */
record GradientComparison(GradientFromWeights solution) implements Experiment<GradientComparison.Result> {
    /** The learning rate of the handout's part 4. */
    static final double LEARNING_RATE = 0.01;

    static final double MOMENTUM = 0.9;

    /**
     * One error for each parameter array, in each precision and with each optimiser.
     *
     * @param data the images
     * @param seed of the networks' initial weights
     * @param inDouble plain gradient descent in double precision
     * @param inFloat the same in single precision
     * @param withMomentum in double precision, with momentum
     */
    record Result(
            TrainingData data,
            long seed,
            List<GradientError> inDouble,
            List<GradientError> inFloat,
            List<GradientError> withMomentum) {}

    @Override
    public Result conduct(Laboratory laboratory) {
        TrainingData data = laboratory.result(new GrayCifar10()).data();
        long seed = laboratory.settings().seed();
        Optimiser plain = new Optimiser.Sgd(LEARNING_RATE);
        Optimiser momentum = new Optimiser.Momentum(LEARNING_RATE, MOMENTUM);
        return new Result(
                data,
                seed,
                errors(data, seed, DataType.DOUBLE, plain),
                errors(data, seed, DataType.FLOAT, plain),
                errors(data, seed, DataType.DOUBLE, momentum));
    }

    private List<GradientError> errors(TrainingData data, long seed, DataType dataType, Optimiser optimiser) {
        return Stream.of(GrayCifarArchitectures.MLP_1, GrayCifarArchitectures.CNN_3)
                .map(architecture -> new ObservedStep(architecture, dataType, optimiser, solution))
                .flatMap(step -> step.errors(data.training(), seed).stream())
                .toList();
    }
}
