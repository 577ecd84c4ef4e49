package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dlcourse.settings.Isolation;

/**
 * A small worker in Python that sends arrays back, and runs a submission's code.py in its own process, so that nothing holds that code
 * but the sandbox.
 */
final class EchoWorker {
    private static final String ENTRY = "echo_for_tests.py";

    /** Once each, as a test takes as long as a worker. */
    private static final Map<Isolation, SelfTest> TESTED = new ConcurrentHashMap<>();

    private final Path program;

    private EchoWorker(Path program) {
        this.program = program;
    }

    static EchoWorker in(Path folder) throws IOException {
        Path program = Files.createDirectories(folder.resolve("program"));
        try (InputStream in = EchoWorker.class.getResourceAsStream("worker/" + ENTRY)) {
            Files.write(program.resolve(ENTRY), in.readAllBytes());
        }
        return new EchoWorker(program);
    }

    /** The sandboxes on this machine that a test may hand hostile code to. */
    static Stream<Sandbox> sandboxes() {
        return Stream.of(
                new ContainerSandbox(ContainerSandbox.PYTHON_NUMPY), new NamespaceSandbox(), new ProcessSandbox());
    }

    /** Ends the test as skipped where the sandbox or Python is missing. */
    static void assumeUsable(Sandbox sandbox) {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "needs Python in /usr/bin/python3");
        SelfTest self = TESTED.computeIfAbsent(sandbox.isolation(), isolation -> sandbox.selfTest());
        assumeTrue(self.passed(), () -> sandbox.isolation() + ": " + self.finding());
    }

    /** As above, and where hostile code could reach what is the tester's own. */
    static void assumeHolds(Sandbox sandbox) {
        assumeUsable(sandbox);
        assumeTrue(
                sandbox.isolation() != Isolation.PROCESS || WorkerUser.canBeOwn(),
                "a process of the same user is no place for hostile code; needs to be root");
    }

    WorkerCommand command() {
        return WorkerCommand.python(program, ENTRY);
    }

    /** A worker on a submission of one file. */
    Worker start(Sandbox sandbox, Path submission, String code, Limits limits) throws IOException {
        Files.writeString(submission.resolve("code.py"), code);
        return sandbox.start(command(), submission, limits);
    }

    static Reply run(Worker worker, Duration time) {
        return worker.ask(JsonNodeFactory.instance.objectNode().put("type", "case"), Map.of(), time);
    }

    static void assertEchoes(Worker worker) {
        Map<String, byte[]> arrays = Map.of("x", new byte[100_000]);
        Reply reply = worker.ask(JsonNodeFactory.instance.objectNode().put("type", "echo"), arrays);
        assertThat(reply).isInstanceOfSatisfying(Reply.Answered.class, answer -> assertThat(
                        answer.arrays().get("x"))
                .hasSize(100_000));
    }

    /** The processes that run the worker, whoever they belong to now. */
    static List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("/" + ENTRY))
                .toList();
    }
}
