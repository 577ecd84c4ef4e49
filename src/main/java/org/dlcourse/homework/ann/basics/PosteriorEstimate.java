package org.dlcourse.homework.ann.basics;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A network's class probabilities for the test points, and the true posterior.
 *
 * @param seed of the run
 * @param predicted the softmax, [points][classes]
 * @param posterior the true posterior, [points][classes]
 * @param labels the classes of which the points were drawn
 */
record PosteriorEstimate(long seed, double[][] predicted, double[][] posterior, int[] labels) {
    /** Mean absolute difference between softmax and posterior, over points and classes. */
    double meanAbsoluteDifference() {
        return mean(i -> IntStream.range(0, posterior[i].length)
                .mapToDouble(c -> Math.abs(predicted[i][c] - posterior[i][c]))
                .average()
                .orElseThrow());
    }

    /** H(Y|X) in nats, averaged over these points. */
    double conditionalEntropy() {
        return mean(i -> expectation(posterior[i], posterior[i]));
    }

    /** E[-log q(y|x)] in nats with y drawn from the posterior: the loss for infinitely many labels per point. */
    double crossEntropy() {
        return mean(i -> expectation(posterior[i], predicted[i]));
    }

    /** E[KL(p(.|x) || q(.|x))] in nats, with p the posterior and q the softmax. */
    double divergence() {
        return mean(this::divergence);
    }

    private double divergence(int i) {
        return IntStream.range(0, posterior[i].length)
                .mapToDouble(
                        c -> posterior[i][c] == 0 ? 0 : posterior[i][c] * Math.log(posterior[i][c] / predicted[i][c]))
                .sum();
    }

    /** The loss on the drawn labels minus the entropy on the same labels, in nats. */
    double excessLossOnLabels() {
        return mean(this::excessLossOnLabel);
    }

    private double excessLossOnLabel(int i) {
        return Math.log(posterior[i][labels[i]] / predicted[i][labels[i]]);
    }

    /** Standard error of {@link #excessLossOnLabels()} as an estimate of {@link #divergence()}. */
    double standardErrorOfExcess() {
        double meanDifference = mean(i -> excessLossOnLabel(i) - divergence(i));
        double variance = mean(i -> Math.pow(excessLossOnLabel(i) - divergence(i) - meanDifference, 2));
        return Math.sqrt(variance / labels.length);
    }

    private double mean(IntToDoubleFunction value) {
        return IntStream.range(0, labels.length).mapToDouble(value).average().orElseThrow();
    }

    /** The expectation of -log q under p. A class of probability 0 adds nothing. */
    private static double expectation(double[] p, double[] q) {
        return IntStream.range(0, p.length)
                .mapToDouble(c -> p[c] == 0 ? 0 : -p[c] * Math.log(q[c]))
                .sum();
    }
}
