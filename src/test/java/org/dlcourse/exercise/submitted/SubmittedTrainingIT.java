package org.dlcourse.exercise.submitted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.TwoLayerTraining;
import org.dlcourse.exercise.TwoLayerTraining.Plan;
import org.dlcourse.exercise.TwoLayerTraining.Trained;
import org.dlcourse.exercise.reference.GradientDescent;
import org.dlcourse.grading.Solutions;
import org.dlcourse.kit.SubmissionFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A training as students write it, beside the reference. */
@Timeout(120)
class SubmittedTrainingIT {
    @RegisterExtension
    private final SubmissionFolder handedIn = SubmissionFolder.inAProcess();

    @Test
    void trainingOnAllSamplesEqualsTheReference() throws IOException {
        write("""
                import numpy as np
                class TwoLayerNet:
                    def __init__(self, a, b, c, std):
                        self.params = dict(W1=np.zeros((a, b)), b1=np.zeros((1, b)), W2=np.zeros((b, c)), b2=np.zeros((1, c)))
                    def loss(self, X, y=None, reg=0.0):
                        p = self.params
                        h = np.maximum(0, X @ p["W1"] + p["b1"])
                        s = h @ p["W2"] + p["b2"]
                        q = np.exp(s - s.max(1, keepdims=True))
                        q /= q.sum(1, keepdims=True)
                        if y is None:
                            return q
                        n = len(X)
                        loss = -np.log(q[np.arange(n), y]).mean() + reg * ((p["W1"] ** 2).sum() + (p["W2"] ** 2).sum())
                        q[np.arange(n), y] -= 1
                        q /= n
                        d = (q @ p["W2"].T) * (h > 0)
                        return loss, dict(W1=X.T @ d + 2 * reg * p["W1"], b1=d.sum(0, keepdims=True),
                                          W2=h.T @ q + 2 * reg * p["W2"], b2=q.sum(0, keepdims=True))
                    def train(self, X, y, X_val, y_val, learning_rate, learning_rate_decay, reg, num_iters, batch_size):
                        history = []
                        for _ in range(num_iters):
                            loss, grads = self.loss(X, y, reg)
                            history.append(loss)
                            for name in grads:
                                self.params[name] = self.params[name] - learning_rate * grads[name]
                            learning_rate *= learning_rate_decay
                        return {"loss_history": history}
                    def predict(self, X):
                        return np.argmax(self.loss(X), axis=1)
                """);
        Parameters parameters = new Parameters(numbers(4, 7), numbers(7), numbers(7, 3), numbers(3));
        INDArray inputs = numbers(5, 4);
        int[] labels = {0, 1, 2, 0, 1};
        TwoLayerTraining solution = solution(TwoLayerTraining.class);
        TwoLayerTraining reference = new GradientDescent();
        Plan plan = new Plan(5, .2, .1);

        Trained trained = solution.train(parameters, inputs, labels, plan);
        Trained expected = reference.train(parameters, inputs, labels, plan);
        assertThat(trained.losses()).containsExactly(expected.losses(), Assertions.within(1e-12));
        assertEqual(trained.parameters().hiddenWeights(), expected.parameters().hiddenWeights());
        assertEqual(trained.parameters().hiddenBias(), expected.parameters().hiddenBias());
        assertEqual(trained.parameters().outputWeights(), expected.parameters().outputWeights());
        assertEqual(trained.parameters().outputBias(), expected.parameters().outputBias());
        assertThat(solution.predict(parameters, inputs)).isEqualTo(reference.predict(parameters, inputs));
    }

    private <S> S solution(Class<S> exercise) {
        return new Solutions(Optional.of(handedIn.submission())).of(exercise, () -> {
            throw new AssertionError("the reference was asked for");
        });
    }

    private static INDArray numbers(long... shape) {
        return Nd4j.rand(DataType.DOUBLE, shape).subi(.5);
    }

    /** Sums of at most 18 products of numbers below 1, in another order: an error below 1e-14. */
    private static void assertEqual(INDArray actual, INDArray expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.sub(expected).amaxNumber().doubleValue()).isLessThan(1e-13);
    }

    private void write(String code) throws IOException {
        handedIn.write("solution.py", code);
    }
}
