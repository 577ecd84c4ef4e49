package org.dlcourse.exercise.submitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.Convolution1d;
import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.exercise.MomentumStep;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.exercise.PerceptronConstruction;
import org.dlcourse.exercise.reference.ClassicalMomentumStep;
import org.dlcourse.exercise.reference.ShiftedSumConvolution2d;
import org.dlcourse.grading.Solutions;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.kit.SubmissionFolder;
import org.dlcourse.sandbox.NamespaceSandbox;
import org.dlcourse.sandbox.ProcessSandbox;
import org.dlcourse.sandbox.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Code in Java as students write it, and as they should not. */
@Timeout(300)
class SubmittedJavaIT {
    private final INDArray images = Nd4j.rand(DataType.DOUBLE, 2, 3, 5, 4);
    private final INDArray kernel = Nd4j.rand(DataType.DOUBLE, 2, 3, 2, 3);

    @RegisterExtension
    private final SubmissionFolder handedIn = SubmissionFolder.in(new NamespaceSandbox(), new ProcessSandbox());

    @Test
    void rightConvolutionEqualsTheReferenceAndIsFreshInEachCall() throws IOException {
        handedIn.write(
                "src/homework/MyConvolution.java",
                JavaConvolution.source(
                        "if (++calls > 1) throw new IllegalStateException(\"called before\");", JavaConvolution.RIGHT));
        handedIn.write("src/homework/Broken.java", "package homework;\nclass Broken {\n    int x = ;\n}\n");
        Solutions solutions = solutions();
        Convolution2d solution = solution(solutions, Convolution2d.class);

        assertEqual(solution.forward(images, kernel), new ShiftedSumConvolution2d().forward(images, kernel));
        assertEqual(solution.forward(kernel, kernel), new ShiftedSumConvolution2d().forward(kernel, kernel));
        assertThat(solutions.remarks())
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("The class homework.MyConvolution, which implements Convolution2d, was found in"
                                + " src/homework/MyConvolution.java"))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("src/homework/Broken.java does not compile and was left out: ")
                        .endsWith("(line 3)."));
        assertThat(handedIn.submission().isolation())
                .anySatisfy(sentence -> assertThat(sentence).startsWith("It was run by java "));
    }

    @Test
    void flippedKernelGivesOtherNumbers() throws IOException {
        handedIn.write("MyConvolution.java", JavaConvolution.source("", JavaConvolution.FLIPPED));
        INDArray output = solution(solutions(), Convolution2d.class).forward(images, kernel);

        assertThat(output.shape()).containsExactly(2, 2, 4, 2);
        assertThat(output.sub(new ShiftedSumConvolution2d().forward(images, kernel))
                        .amaxNumber()
                        .doubleValue())
                .isGreaterThan(1e-3);
    }

    @Test
    void recordsListsAndFunctionsArePassedOn() throws IOException {
        handedIn.write("Momentum.java", """
                import java.util.function.DoubleUnaryOperator;
                import org.dlcourse.exercise.MomentumStep;
                public class Momentum implements MomentumStep {
                    public State next(State state, DoubleUnaryOperator derivative, double momentum, double rate) {
                        double step = momentum * state.lastStep() - rate * derivative.applyAsDouble(state.weight());
                        return new State(state.weight() + step, step);
                    }
                }
                """);
        handedIn.write("Perceptrons.java", """
                import java.util.*;
                import org.dlcourse.exercise.*;
                public class Perceptrons implements PerceptronConstruction {
                    public PerceptronNetwork network(BooleanFunction function) {
                        List<PerceptronNetwork.Perceptron> hidden = new ArrayList<>();
                        for (int row : function.rowsThatAre(true)) {
                            int[] weights = new int[function.inputs()];
                            int threshold = 0;
                            for (int i = 0; i < weights.length; i++) {
                                weights[i] = function.point(row)[i] ? 1 : -1;
                                threshold += function.point(row)[i] ? 1 : 0;
                            }
                            hidden.add(new PerceptronNetwork.Perceptron(weights, threshold));
                        }
                        int[] ones = new int[hidden.size()];
                        Arrays.fill(ones, 1);
                        return new PerceptronNetwork(
                                function.inputs(), List.of(hidden, List.of(new PerceptronNetwork.Perceptron(ones, 1))));
                    }
                }
                """);
        MomentumStep.State state = new MomentumStep.State(1, .5);

        assertThat(solution(solutions(), MomentumStep.class).next(state, weight -> 2 * weight, .9, .1))
                .isEqualTo(new ClassicalMomentumStep().next(state, weight -> 2 * weight, .9, .1));
        BooleanFunction parity = BooleanFunction.parity(3);
        assertThat(solution(solutions(), PerceptronConstruction.class)
                        .network(parity)
                        .wrongRows(parity))
                .isZero();
    }

    @Test
    void callThatDoesNotEndIsATimeOutAtItsLineAndTheNextOneIsAnswered() throws IOException {
        handedIn.write(
                "MyConvolution.java",
                JavaConvolution.source("while (input.size(0) == 2) { calls++; }", JavaConvolution.RIGHT));
        Convolution2d solution = solution(solutions(), Convolution2d.class);

        assertVerdict(
                () -> solution.forward(images, kernel),
                Verdict.TIME_OUT,
                "No result within 10 s.",
                "(MyConvolution.java, line 13)");
        assertThat(solution.forward(images.get(NDArrayIndex.interval(0, 1)), kernel)
                        .size(0))
                .isEqualTo(1);
    }

    @Test
    void newWorkerThatFirstLooksForAnotherClassStillKnowsTheEarlierOne() throws IOException {
        handedIn.write(
                "MyConvolution.java",
                JavaConvolution.source("if (input.size(0) == 2) { System.exit(0); }", JavaConvolution.RIGHT));
        Solutions solutions = solutions();
        Convolution2d solution = solution(solutions, Convolution2d.class);

        assertVerdict(() -> solution.forward(images, kernel), Verdict.CRASH, "The process ended before it answered");
        assertVerdict(() -> solution(solutions, ParameterCount.class), Verdict.NOT_FOUND, "No class implements");
        assertThat(solution.forward(images.get(NDArrayIndex.interval(0, 1)), kernel)
                        .size(0))
                .isEqualTo(1);
    }

    @Test
    void exitOfTheProcessIsACrash() throws IOException {
        handedIn.write("MyConvolution.java", JavaConvolution.source("System.exit(0);", JavaConvolution.RIGHT));
        Convolution2d solution = solution(solutions(), Convolution2d.class);

        assertVerdict(() -> solution.forward(images, kernel), Verdict.CRASH, "The process ended before it answered");
    }

    @Test
    void errorOfTheCompilerIsToldWithItsLine() throws IOException {
        handedIn.write("MyConvolution.java", JavaConvolution.source("int x = \"one\";", JavaConvolution.RIGHT));

        assertVerdict(
                () -> solution(solutions(), Convolution2d.class),
                Verdict.EXCEPTION,
                "does not compile: incompatible types",
                "(MyConvolution.java, line 13)");
    }

    @Test
    void exceptionIsToldWithItsFileAndLine() throws IOException {
        handedIn.write(
                "MyConvolution.java",
                JavaConvolution.source(
                        "Object[] none = new Object[0]; calls = none[1].hashCode();", JavaConvolution.RIGHT));
        Convolution2d solution = solution(solutions(), Convolution2d.class);

        assertVerdict(
                () -> solution.forward(images, kernel),
                Verdict.EXCEPTION,
                "ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 0",
                "(MyConvolution.java, line 13)");
    }

    @Test
    void whatIsNotWrittenYetIsNotImplemented() throws IOException {
        handedIn.write(
                "A.java",
                JavaConvolution.source("if (true) throw new UnsupportedOperationException();", JavaConvolution.RIGHT));
        handedIn.write("B.java", """
                import org.dlcourse.exercise.Convolution1d;
                import org.nd4j.linalg.api.ndarray.INDArray;
                class B implements Convolution1d {
                    public INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride) {
                        return null;
                    }
                    public Gradients backward(INDArray input, INDArray weights, int stride, INDArray outputGradient) {
                        return null;
                    }
                }
                """);
        Solutions solutions = solutions();

        assertVerdict(
                () -> solution(solutions, Convolution2d.class).forward(images, kernel),
                Verdict.NOT_IMPLEMENTED,
                "line 13");
        assertVerdict(
                () -> solution(solutions, Convolution1d.class).forward(images, kernel, kernel, 1),
                Verdict.NOT_IMPLEMENTED,
                "forward returns null.");
        assertVerdict(
                () -> solution(solutions, MomentumStep.class),
                Verdict.NOT_FOUND,
                "No class implements org.dlcourse.exercise.MomentumStep.");
    }

    @Test
    void gradersEnvironmentAndSolutionsAreOutOfReach() throws IOException {
        handedIn.write("MyConvolution.java", JavaConvolution.source("""
                boolean reference = true;
                try {
                    Class.forName("org.dlcourse.exercise.reference.ShiftedSumConvolution2d");
                } catch (ClassNotFoundException e) {
                    reference = false;
                }
                if (true) return Nd4j.createFromArray(new double[] {
                    reference ? 1 : 0, System.getenv().containsKey("MAVEN_HOME") ? 1 : 0, System.getenv().size(),
                    new java.io.File("fixtures").exists() ? 1 : 0});
                """, JavaConvolution.RIGHT));
        double[] found = solution(solutions(), Convolution2d.class)
                .forward(images, kernel)
                .toDoubleVector();

        assertThat(found[0]).as("the reference can be called").isZero();
        assertThat(found[1]).as("a variable of the grader").isZero();
        assertThat(found[2]).as("variables that a worker is given").isPositive().isLessThan(12);
        assertThat(found[3]).as("the expected values").isZero();
    }

    @Test
    void codeInPythonIsJudgedFirst() throws IOException {
        handedIn.write("MyConvolution.java", JavaConvolution.source("", JavaConvolution.RIGHT));
        handedIn.write(
                "part.py",
                "import numpy as np\ndef my_conv2d(input, kernel):\n    return np.full((2, 2, 4, 2), 7.0)\n");
        Solutions solutions = solutions();

        assertThat(solution(solutions, Convolution2d.class)
                        .forward(images, kernel)
                        .reshape(-1)
                        .toDoubleVector())
                .containsOnly(7);
        assertThat(solutions.remarks()).contains("There are files in Java too; what was found in Python was judged.");
    }

    private static void assertVerdict(ThrowingCallable code, Verdict verdict, String... words) {
        assertThatThrownBy(code)
                .isInstanceOfSatisfying(SubmissionException.class, failure -> assertThat(failure.verdict())
                        .as(failure.getMessage())
                        .isEqualTo(verdict))
                .message()
                .contains(words);
    }

    private static void assertEqual(INDArray actual, INDArray expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.sub(expected).amaxNumber().doubleValue()).isLessThan(1e-13);
    }

    private Solutions solutions() {
        return new Solutions(Optional.of(handedIn.submission()));
    }

    private static <S> S solution(Solutions solutions, Class<S> exercise) {
        return solutions.of(exercise, () -> {
            throw new AssertionError("the reference was asked for");
        });
    }
}
