package org.dlcourse.homework.conv;

import java.util.stream.IntStream;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.dlcourse.exercise.MomentumStep;
import org.dlcourse.exercise.MomentumStep.State;

/** The handout's two losses of a single weight with target output 1, to be minimised by gradient descent with momentum. */
enum MomentumProblem {
    /** y = max(0, w / 2), loss (y - 1)^2 / 2, from w(1) = 1. */
    RECTIFIED_SQUARED_ERROR(1) {
        @Override
        double output(double weight) {
            return Math.max(0, 0.5 * weight);
        }

        @Override
        double derivative(double weight) {
            return weight > 0 ? 0.5 * (output(weight) - 1) : 0;
        }

        @Override
        Dfp derivative(Dfp weight) {
            Dfp half = weight.getField().newDfp("0.5");
            return weight.greaterThan(weight.getZero())
                    ? half.multiply(half.multiply(weight).subtract(weight.getOne()))
                    : weight.getZero();
        }
    },
    /** y = max(0, w / 2), loss (y - 1)^2 without the factor 1/2: the mistake of overlooking it. */
    RECTIFIED_WITHOUT_HALF(1) {
        @Override
        double output(double weight) {
            return RECTIFIED_SQUARED_ERROR.output(weight);
        }

        @Override
        double derivative(double weight) {
            return 2 * RECTIFIED_SQUARED_ERROR.derivative(weight);
        }

        @Override
        Dfp derivative(Dfp weight) {
            return RECTIFIED_SQUARED_ERROR.derivative(weight).multiply(2);
        }
    },
    /** y = 1 / (1 + exp(w / 2)), loss -log y, from w(1) = 0. */
    LOGISTIC_CROSS_ENTROPY(0) {
        @Override
        double output(double weight) {
            return 1 / (1 + Math.exp(0.5 * weight));
        }

        @Override
        double derivative(double weight) {
            return 0.5 * (1 - output(weight));
        }

        @Override
        Dfp derivative(Dfp weight) {
            Dfp half = weight.getField().newDfp("0.5");
            Dfp output = weight.getOne()
                    .divide(weight.getOne().add(half.multiply(weight).exp()));
            return half.multiply(weight.getOne().subtract(output));
        }
    };

    static final double MOMENTUM = 0.9;
    static final double LEARNING_RATE = 0.1;
    static final double FIRST_STEP = 0.5;

    /** The index k of the weight that the handout asks for. */
    static final int LAST = 167;

    private static final int DIGITS = 40;

    private final double firstWeight;

    MomentumProblem(double firstWeight) {
        this.firstWeight = firstWeight;
    }

    /** The output y at a weight. */
    abstract double output(double weight);

    /** The derivative of the loss at a weight. */
    abstract double derivative(double weight);

    /** The same with 40 decimal digits. */
    abstract Dfp derivative(Dfp weight);

    /** w(1) to w(167). */
    double[] trajectory(MomentumStep momentumStep) {
        double[] weights = new double[LAST];
        State state = new State(firstWeight, FIRST_STEP);
        weights[0] = state.weight();
        for (int k = 1; k < LAST; k++) {
            state = momentumStep.next(state, this::derivative, MOMENTUM, LEARNING_RATE);
            weights[k] = state.weight();
        }
        return weights;
    }

    /** w(167) by the solution. */
    double weight(MomentumStep momentumStep) {
        return trajectory(momentumStep)[LAST - 1];
    }

    /** The step from w(167) to w(168). */
    double stepAfterLast(MomentumStep momentumStep) {
        double[] weights = trajectory(momentumStep);
        State last = new State(weights[LAST - 1], weights[LAST - 1] - weights[LAST - 2]);
        return momentumStep
                .next(last, this::derivative, MOMENTUM, LEARNING_RATE)
                .lastStep();
    }

    /**
     * w(167) by a second implementation: the sum of all earlier gradients, each weighted by a geometric series of the
     * momentum, with 40 decimal digits.
     */
    double preciseWeight() {
        DfpField field = new DfpField(DIGITS);
        Dfp momentum = field.newDfp("0.9");
        Dfp rate = field.newDfp("0.1");
        Dfp[] gradients = new Dfp[LAST];
        Dfp weight = field.newDfp(firstWeight);
        for (int k = 1; k < LAST; k++) {
            gradients[k] = derivative(weight);
            weight = weightAfter(k, gradients, momentum, rate);
        }
        return weight.toDouble();
    }

    /** w(1) plus the contributions of the initial step and of the gradients 1 to k after k steps. */
    private Dfp weightAfter(int k, Dfp[] gradients, Dfp momentum, Dfp rate) {
        Dfp initialStep = momentum.multiply(geometric(momentum, k))
                .multiply(momentum.getField().newDfp("0.5"));
        return IntStream.rangeClosed(1, k)
                .mapToObj(j -> rate.multiply(geometric(momentum, k - j + 1)).multiply(gradients[j]))
                .reduce(momentum.getField().newDfp(firstWeight).add(initialStep), Dfp::subtract);
    }

    /** 1 + m + ... + m^(terms - 1). */
    private static Dfp geometric(Dfp ratio, int terms) {
        return ratio.getOne().subtract(ratio.pow(terms)).divide(ratio.getOne().subtract(ratio));
    }
}
