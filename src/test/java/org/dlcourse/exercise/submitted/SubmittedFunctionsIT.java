package org.dlcourse.exercise.submitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.ConvolutionOutputSize;
import org.dlcourse.exercise.ConvolutionOutputSize.Geometry;
import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.dlcourse.exercise.GradientFromWeights;
import org.dlcourse.exercise.MomentumStep;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.exercise.ParameterCount.Kernels;
import org.dlcourse.exercise.PerceptronConstruction;
import org.dlcourse.exercise.reference.ClassicalMomentumStep;
import org.dlcourse.exercise.reference.FlooredOutputSize;
import org.dlcourse.exercise.reference.SummedParameterCount;
import org.dlcourse.grading.Solutions;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.kit.SubmissionFolder;
import org.dlcourse.sandbox.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Plain functions as students write them, beside the reference. */
@Timeout(120)
class SubmittedFunctionsIT {
    private static final Size ONE = new Size(1, 1);

    @RegisterExtension
    private final SubmissionFolder handedIn = SubmissionFolder.inAProcess();

    @Test
    void momentumStepEqualsTheReferencesOverManySteps() throws IOException {
        write("""
                def momentum_step(weight, velocity, gradient, learning_rate, momentum):
                    velocity = momentum * velocity - learning_rate * gradient
                    return weight + velocity, velocity
                """);
        MomentumStep solution = solution(MomentumStep.class);
        DoubleUnaryOperator derivative = weight -> 2 * weight;
        MomentumStep.State state = new MomentumStep.State(1, .5);
        for (int step = 0; step < 100; step++) {
            MomentumStep.State next = solution.next(state, derivative, .9, .1);
            assertThat(next).isEqualTo(new ClassicalMomentumStep().next(state, derivative, .9, .1));
            state = next;
        }
    }

    @Test
    void momentumStepThatReturnsTheWeightAloneIsWrongWithItsReason() throws IOException {
        write("""
                def momentum_step(weight, velocity, gradient, learning_rate, momentum):
                    return weight + momentum * velocity - learning_rate * gradient
                """);
        MomentumStep solution = solution(MomentumStep.class);

        assertWrong(
                () -> solution.next(new MomentumStep.State(1, .5), weight -> 0, .9, .1),
                "The next weight and velocity of the function momentum_step is [1.45], of shape []; expected 2 numbers.");
    }

    @Test
    void parametersAreCountedAsByTheReference() throws IOException {
        write("""
                def perceptron_parameters(inputs, hidden, outputs):
                    sizes = [inputs] + hidden + [outputs]
                    return float(sum((a + 1) * b for a, b in zip(sizes, sizes[1:])))

                def convolution_parameters(channels, layers):
                    total = 0
                    for height, width, filters in layers:
                        total += filters * (height * width * channels + 1)
                        channels = filters
                    return total
                """);
        ParameterCount solution = solution(ParameterCount.class);
        ParameterCount reference = new SummedParameterCount();
        List<Kernels> layers = List.of(new Kernels(3, 2, 5), new Kernels(1, 4, 7));

        assertThat(solution.perceptron(9, List.of(), 4)).isEqualTo(reference.perceptron(9, List.of(), 4));
        assertThat(solution.perceptron(9, List.of(5, 6), 4)).isEqualTo(reference.perceptron(9, List.of(5, 6), 4));
        assertThat(solution.convolutions(3, layers)).isEqualTo(reference.convolutions(3, layers));
    }

    @Test
    void oneMissingFunctionDoesNotCostTheOther() throws IOException {
        write("def perceptron_parameters(inputs, hidden, outputs):\n    return inputs / 2\n");
        ParameterCount solution = solution(ParameterCount.class);

        assertThat(solution.perceptron(4, List.of(), 1)).isEqualTo(2);
        assertWrong(() -> solution.perceptron(3, List.of(), 1), "is [1.5], of shape []; expected a whole number.");
        assertThatThrownBy(() -> solution.convolutions(3, List.of()))
                .isInstanceOf(SubmissionException.class)
                .hasMessageStartingWith("not found: No file has the function convolution_parameters.");
    }

    @Test
    void outputSizeEqualsTheReferences() throws IOException {
        write("""
                def output_size(input, kernel, stride, padding, dilation):
                    size = []
                    for n, k, s, p, d in zip(input, kernel, stride, padding, dilation):
                        if d * (k - 1) + 1 > n + 2 * p:
                            raise ValueError("the kernel does not fit")
                        size.append((n + 2 * p - d * (k - 1) - 1) // s + 1)
                    return size
                """);
        ConvolutionOutputSize solution = solution(ConvolutionOutputSize.class);
        Geometry geometry = new Geometry(new Size(3, 2), new Size(2, 3), new Size(1, 0), new Size(1, 2));

        assertThat(solution.output(new Size(10, 12), geometry))
                .isEqualTo(new FlooredOutputSize().output(new Size(10, 12), geometry));
        assertThatThrownBy(() -> solution.output(ONE, new Geometry(new Size(2, 2), ONE, new Size(0, 0), ONE)))
                .isInstanceOfSatisfying(SubmissionException.class, failure -> assertThat(failure.verdict())
                        .isEqualTo(Verdict.EXCEPTION));
    }

    @Test
    void gradientInSinglePrecisionOfArraysInSinglePrecisionIsNotRemarkedOn() throws IOException {
        write("""
                def gradient_from_weights(before, after, learning_rate):
                    return (before - after) / learning_rate
                """);
        GradientFromWeights solution = solution(GradientFromWeights.class);
        INDArray before = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}});

        assertThat(solution.gradient(before, before.sub(1), .5).toDoubleMatrix())
                .isDeepEqualTo(new double[][] {{2, 2}, {2, 2}});
        assertThat(handedIn.submission().remarks(SubmittedGradientFromWeights.TARGET))
                .noneMatch(sentence -> sentence.contains("single precision"));
    }

    @Test
    void perceptronsMayHaveFractionsAsThresholdsAndNoHiddenUnits() throws IOException {
        write("""
                import numpy as np

                def perceptrons(values):
                    n = len(values).bit_length() - 1
                    rows = [[int(c) for c in format(r, "0%db" % n)] for r, value in enumerate(values) if value]
                    weights = np.array([[1 if x else -1 for x in row] for row in rows])
                    return weights, [sum(row) - .5 for row in rows], np.ones(len(rows)), .5
                """);
        PerceptronConstruction solution = solution(PerceptronConstruction.class);

        for (int inputs = 1; inputs <= 3; inputs++) {
            for (BooleanFunction function : BooleanFunction.every(inputs)) {
                assertThat(solution.network(function).wrongRows(function)).isZero();
            }
        }
    }

    @Test
    void perceptronsWithFractionsAsWeightsOrOfTheWrongShapeAreWrongWithTheirReason() throws IOException {
        write("""
                def perceptrons(values):
                    if sum(values) == 1:
                        return [[.5]], [1], [1], 1
                    return [[1, 1]], [1], [1], 1
                """);
        PerceptronConstruction solution = solution(PerceptronConstruction.class);

        assertWrong(
                () -> solution.network(BooleanFunction.numbered(1, 1)),
                "The hidden weights of the function perceptrons is [0.5], of shape [1, 1]; expected whole numbers up to");
        assertWrong(
                () -> solution.network(BooleanFunction.numbered(1, 3)),
                "The hidden weights of the function perceptrons is [1.0, 1.0], of shape [1, 2]; expected shape [1, 1].");
    }

    private static void assertWrong(ThrowingCallable code, String reason) {
        assertThatThrownBy(code)
                .isInstanceOfSatisfying(SubmissionException.class, failure -> assertThat(failure.verdict())
                        .isEqualTo(Verdict.WRONG))
                .hasMessageContaining(reason);
    }

    private <S> S solution(Class<S> exercise) {
        return new Solutions(Optional.of(handedIn.submission())).of(exercise, () -> {
            throw new AssertionError("the reference was asked for");
        });
    }

    private void write(String code) throws IOException {
        handedIn.write("solution.py", code);
    }
}
