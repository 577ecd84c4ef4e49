package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dlcourse.sandbox.ProcessSandbox;
import org.dlcourse.sandbox.SandboxChoice;
import org.dlcourse.sandbox.SelfTest;
import org.dlcourse.sandbox.Verdict;
import org.dlcourse.settings.Isolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** A student's code, found and run in the sandbox that works everywhere. */
@Timeout(120)
class SubmissionIT {
    private static final Target TWICE = Target.function("twice");

    /** Twice a number, but of 1 the end of the worker. */
    private static final String KILLS_WORKER = """
            import os
            import signal
            def twice(x):
                if x[0] == 1:
                    os.kill(os.getppid(), signal.SIGKILL)
                return 2 * x
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void needPython() {
        SelfTest test = new ProcessSandbox().selfTest();
        assumeTrue(test.passed(), () -> "needs python3 with NumPy and prlimit: " + test.finding());
    }

    @Test
    void functionIsTakenOutOfAFileThatCannotBeRun() throws IOException {
        write("part.py", """
                import numpy as np
                from utils import plot
                FACTOR = 2

                def twice(x):
                    return FACTOR * np.asarray(x)

                plot(twice(np.load("missing.npy")))
                """);
        try (Submission submission = submission()) {
            assertThat(submission.run(twice(1, 2.5)).get("r").doubles()).containsExactly(2, 5);

            assertThat(submission.find(TWICE).file()).isEqualTo("part.py");
            assertThat(submission.find(TWICE).line()).isEqualTo(5);
            assertThat(submission.find(TWICE).how()).isEqualTo("extracted");
            assertThat(submission.remarks(TWICE)).anySatisfy(sentence -> assertThat(sentence)
                    .startsWith("The function twice was found in part.py, line 5, and taken out of its file"));
            assertThat(submission.isolation())
                    .anySatisfy(sentence -> assertThat(sentence).startsWith("It was run by python 3"))
                    .anySatisfy(sentence -> assertThat(sentence).startsWith("This does not stop: "))
                    .isEqualTo(submission.isolation(List.of(TWICE), false));
            assertThat(submission.isolation(List.of(TWICE.withPytorch()), false))
                    .as("of what needs PyTorch, which did not run")
                    .noneSatisfy(sentence -> assertThat(sentence).startsWith("It was run by"));
        }
    }

    @Test
    void equalCasesRunOnce() throws IOException {
        write("part.py", """
                import random
                def twice(x):
                    return 2 * x + random.SystemRandom().random()
                """);
        try (Submission submission = submission()) {
            assertThat(submission.run(twice(1)).get("r").doubles())
                    .isEqualTo(submission.run(twice(1)).get("r").doubles())
                    .as("control: another case")
                    .isNotEqualTo(submission.run(twice(1.5)).get("r").doubles());
        }
    }

    @Test
    void codeWithoutAResultHasAVerdictWithItsReason() throws IOException {
        write("part.py", """
                def twice(x):
                    if x[0] == 1:
                        return x[7]
                    if x[0] == 2:
                        raise NotImplementedError
                    if x[0] == 3:
                        return "six"
                    return 2 * x
                """);
        try (Submission submission = submission()) {
            assertVerdict(() -> submission.run(twice(1)), Verdict.EXCEPTION, "IndexError: ", "(part.py, line 3)");
            assertVerdict(() -> submission.run(twice(2)), Verdict.NOT_IMPLEMENTED, "line 5");
            assertVerdict(() -> submission.run(twice(3)), Verdict.WRONG, "str");
            assertThat(submission.run(twice(4)).get("r").doubles())
                    .as("a case after those that failed")
                    .containsExactly(8);
        }
    }

    @Test
    void missingTargetIsNotFound() throws IOException {
        write("other.py", "def thrice(x):\n    return 3 * x\n");
        try (Submission submission = submission()) {
            assertVerdict(
                    () -> submission.find(TWICE),
                    Verdict.NOT_FOUND,
                    "No file has the function twice. Expected it in a");
        }
    }

    @Test
    void caseThatDoesNotEndIsATimeOut() throws IOException {
        write("part.py", """
                def twice(x):
                    while x[0] == 1:
                        pass
                    return 2 * x
                """);
        try (Submission submission = submission()) {
            assertVerdict(
                    () -> submission.run(twice(1)), Verdict.TIME_OUT, "No result within 10 s.", "(part.py, line 2)");
            assertThat(submission.run(twice(4)).get("r").doubles()).containsExactly(8);
        }
    }

    @Test
    void workerThatTheCodeKillsIsReplaced() throws IOException {
        write("part.py", KILLS_WORKER);
        try (Submission submission = submission()) {
            assertVerdict(() -> submission.run(twice(1)), Verdict.CRASH, "");
            assertThat(submission.run(twice(4)).get("r").doubles()).containsExactly(8);
        }
    }

    @Test
    void newWorkerThatFirstLooksForAnotherTargetStillKnowsTheEarlierOne() throws IOException {
        write("part.py", KILLS_WORKER);
        try (Submission submission = submission()) {
            assertVerdict(() -> submission.run(twice(1)), Verdict.CRASH, "");
            assertVerdict(() -> submission.find(Target.function("thrice")), Verdict.NOT_FOUND, "");
            assertThat(submission.run(twice(4)).get("r").doubles()).containsExactly(8);
        }
    }

    @Test
    void singlePrecisionAndChangedArgumentsAreRemarkedOn() throws IOException {
        write("part.py", """
                import numpy as np
                def twice(x):
                    x *= 2
                    return x.astype(np.float32)
                """);
        try (Submission submission = submission()) {
            submission.run(twice(1));

            assertThat(String.join(" ", submission.remarks(TWICE)))
                    .contains("The function twice gives numbers in single precision")
                    .contains("The function twice changes an array that it is given.");
        }
    }

    private static void assertVerdict(ThrowingCallable code, Verdict verdict, String... words) {
        assertThatThrownBy(code)
                .isInstanceOfSatisfying(SubmissionException.class, failure -> assertThat(failure.verdict())
                        .isEqualTo(verdict))
                .hasMessageStartingWith(verdict.toString())
                .message()
                .contains(words);
    }

    private static Case twice(double... x) {
        return new Case(TWICE).call("r", Argument.of(Nd4j.createFromArray(x)));
    }

    private Submission submission() {
        return new Submission(
                folder, () -> new SandboxChoice(Isolation.PROCESS, new ProcessSandbox(), "it works", List.of()));
    }

    private void write(String name, String code) throws IOException {
        Files.writeString(folder.resolve(name), code);
    }
}
