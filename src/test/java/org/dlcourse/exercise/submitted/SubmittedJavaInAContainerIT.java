package org.dlcourse.exercise.submitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.exercise.reference.ShiftedSumConvolution2d;
import org.dlcourse.exercise.reference.SummedParameterCount;
import org.dlcourse.grading.Solutions;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.kit.SubmissionFolder;
import org.dlcourse.sandbox.ContainerSandbox;
import org.dlcourse.sandbox.SelfTest;
import org.dlcourse.sandbox.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Code in Java, compiled and run in a container. */
@Timeout(300)
class SubmittedJavaInAContainerIT {
    @RegisterExtension
    private final SubmissionFolder handedIn = SubmissionFolder.in(new ContainerSandbox(ContainerSandbox.PYTHON_NUMPY));

    @BeforeEach
    void needTheImage() {
        SelfTest test = new ContainerSandbox(ContainerSandbox.JAVA).selfTest();
        assumeTrue(test.passed(), () -> "needs the image " + ContainerSandbox.JAVA + ": " + test.finding());
    }

    @Test
    void convolutionEqualsTheReference() throws Exception {
        handedIn.write("homework/MyConvolution.java", JavaConvolution.source("", JavaConvolution.RIGHT));
        INDArray images = Nd4j.rand(DataType.DOUBLE, 2, 3, 5, 4);
        INDArray kernel = Nd4j.rand(DataType.DOUBLE, 2, 3, 2, 3);

        INDArray output = new Solutions(Optional.of(handedIn.submission()))
                .of(Convolution2d.class, ShiftedSumConvolution2d::new)
                .forward(images, kernel);

        assertThat(output.distance2(new ShiftedSumConvolution2d().forward(images, kernel)))
                .isLessThan(1e-12);
        assertThat(handedIn.submission().isolation())
                .anyMatch(sentence -> sentence.contains("container"))
                .anyMatch(sentence ->
                        sentence.matches("It was run by java 17.* in the image dl-course-worker-java \\(.*"));
    }

    @Test
    void codeSeesNoFileOfTheMachineAndNoNetwork() throws Exception {
        handedIn.write("Spy.java", """
                import java.nio.file.*;
                import java.util.List;
                import org.dlcourse.exercise.ParameterCount;

                class Spy implements ParameterCount {
                    public long perceptron(int inputs, List<Integer> hidden, int outputs) {
                        return Files.exists(Path.of("%s")) ? 1 : 0;
                    }

                    public long convolutions(int channels, List<Kernels> layers) {
                        try (var socket = new java.net.Socket()) {
                            socket.connect(new java.net.InetSocketAddress("192.0.2.1", 80), 2000);
                            return 1;
                        } catch (java.io.IOException e) {
                            throw new IllegalStateException(e.toString());
                        }
                    }
                }
                """.formatted(handedIn.folder()));
        ParameterCount spy =
                new Solutions(Optional.of(handedIn.submission())).of(ParameterCount.class, SummedParameterCount::new);

        assertThat(spy.perceptron(1, List.of(), 1)).isZero();
        assertThatThrownBy(() -> spy.convolutions(1, List.of()))
                .isInstanceOfSatisfying(
                        SubmissionException.class, e -> assertThat(e.verdict()).isEqualTo(Verdict.EXCEPTION))
                .hasMessageContaining("unreachable");
    }
}
