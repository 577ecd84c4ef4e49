package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.dlcourse.settings.Isolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workers on this machine with code that means no harm. */
@Timeout(60)
class SandboxIT {
    private static final Duration TIME = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private EchoWorker echo;
    private Path submission;

    @BeforeEach
    void prepare() throws IOException {
        echo = EchoWorker.in(folder);
        submission = Files.createDirectory(folder.resolve("submission"));
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void arraysComeBackAndNothingIsLeft(Sandbox sandbox) throws IOException {
        EchoWorker.assumeUsable(sandbox);
        Path seen;
        try (Worker worker = echo.start(sandbox, submission, "result = submission", Limits.EXERCISES)) {
            assertThat(worker.description()).startsWith("python 3.");
            EchoWorker.assertEchoes(worker);
            EchoWorker.assertEchoes(worker);
            seen = Path.of(result(worker));
            assertThat(EchoWorker.processes()).isNotEmpty();
        }
        assertThat(EchoWorker.processes()).isEmpty();
        assertThat(seen.resolve("code.py")).as("copy of the submission").doesNotExist();
        assertThat(submission.resolve("code.py")).exists();
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void workerLivesLongerThanTheThreadThatStartedIt(Sandbox sandbox) throws Exception {
        EchoWorker.assumeUsable(sandbox);
        FutureTask<Worker> start = new FutureTask<>(() -> echo.start(sandbox, submission, "", Limits.EXERCISES));
        Thread starter = new Thread(start);
        starter.start();
        starter.join();

        try (Worker worker = start.get()) {
            EchoWorker.assertEchoes(worker);
        }
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void workersAtTheSameTimeDoNotMeet(Sandbox sandbox) throws IOException {
        EchoWorker.assumeUsable(sandbox);
        String code = "import os; result = str(os.getuid())";
        try (Worker first = echo.start(sandbox, submission, code, Limits.EXERCISES)) {
            try (Worker second = echo.start(sandbox, submission, code, Limits.EXERCISES)) {
                if (WorkerUser.canBeOwn() && sandbox.isolation() != Isolation.CONTAINER) {
                    assertThat(result(first)).isNotEqualTo(result(second)).matches("58\\d{3}");
                }
            }
            EchoWorker.assertEchoes(first);
        }
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void numPyWorksWithinTheLimits(Sandbox sandbox) throws IOException {
        EchoWorker.assumeUsable(sandbox);
        String code = """
                try:
                    import numpy
                    result = str(numpy.linalg.norm(numpy.ones((400, 400)) @ numpy.ones((400, 400))))
                except ImportError:
                    result = "160000.0"
                """;
        try (Worker worker = echo.start(sandbox, submission, code, Limits.EXERCISES)) {
            assertThat(result(worker)).isEqualTo("160000.0");
        }
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void programThatIsNotThereIsAFaultOfWhatRunsTheCode(Sandbox sandbox) {
        EchoWorker.assumeUsable(sandbox);
        WorkerCommand missing = new WorkerCommand(
                List.of("/usr/bin/no-such-python"), submission, "w.py", List.of(), ContainerSandbox.PYTHON_NUMPY);

        assertThatThrownBy(() -> sandbox.start(missing, submission, Limits.EXERCISES))
                .isInstanceOf(SandboxException.class)
                .hasMessageContainingAll("The worker did not start", "no-such-python", "it ended with status");
    }

    private static String result(Worker worker) {
        Reply reply = EchoWorker.run(worker, TIME);
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return ((Reply.Answered) reply).header().path("result").asText();
    }
}
