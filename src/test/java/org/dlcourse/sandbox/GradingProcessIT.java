package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.settings.Isolation;
import org.dlcourse.util.JavaProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes that grade: one that is killed, and one of a user that is not root. */
@Timeout(60)
class GradingProcessIT {
    /** A user that the JDK and a copy of the classes are enough for. */
    private static final String USER = "58999";

    @TempDir
    private Path folder;

    private EchoWorker echo;
    private Path submission;

    @BeforeEach
    void prepare() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        echo = EchoWorker.in(folder);
        submission = Files.createDirectory(folder.resolve("submission"));
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void workerDiesWithTheProcessThatGrades(Sandbox sandbox) throws Exception {
        EchoWorker.assumeHolds(sandbox);
        Files.writeString(submission.resolve("code.py"), """
                import os, signal
                for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
                    signal.signal(number, signal.SIG_IGN)
                while True:
                    pass
                """);
        Process grading = grading(sandbox.isolation()).builder().start();
        try (BufferedReader output = grading.inputReader()) {
            assertThat(output.lines().anyMatch(line -> line.startsWith("started")))
                    .isTrue();
            List<ProcessHandle> workers = EchoWorker.processes();
            assertThat(workers).isNotEmpty();

            grading.destroyForcibly().waitFor();

            if (sandbox.isolation() == Isolation.CONTAINER) {
                assertThat(sandbox.selfTest().passed())
                        .as("what the next grading begins with, and removes the container by")
                        .isTrue();
            }
            for (ProcessHandle worker : workers) {
                worker.onExit().get(20, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void namespacesNeedNoRoot() throws Exception {
        EchoWorker.assumeUsable(new NamespaceSandbox());
        assumeTrue(WorkerUser.canBeOwn(), "starts a process as another user; needs to be root");
        Files.writeString(submission.resolve("code.py"), """
                import os
                count = 0
                try:
                    while count < 200:
                        if os.fork() == 0:
                            os.setsid()
                            os.closerange(0, 100)
                            import time
                            time.sleep(1000)
                        count += 1
                except BlockingIOError:
                    pass
                result = str(os.getuid()) + ", processes limited: " + str(count < 64)
                """);
        JavaProcess grading = grading(Isolation.NAMESPACE).withClassPath(readableClassPath());
        Process process = grading.builder("setpriv", "--reuid", USER, "--regid", USER, "--clear-groups")
                .redirectErrorStream(true)
                .directory(new File("/"))
                .start();

        String output = new String(process.getInputStream().readAllBytes());

        assertThat(output)
                .contains("started as user " + USER, "\"result\":\"" + USER + ", processes limited: True\"", "ended");
        assertThat(EchoWorker.processes()).isEmpty();
    }

    private JavaProcess grading(Isolation isolation) {
        WorkerCommand command = echo.command();
        return ChildProcess.of(
                        GradingProcess.class,
                        isolation.name(),
                        command.program().toString(),
                        command.entry(),
                        submission.toString())
                .java();
    }

    /** The classes that grading needs, where every user can read them. */
    private String[] readableClassPath() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("classes"));
        List<String> classPath = Stream.of(
                        Worker.class, GradingProcess.class, ObjectMapper.class, JsonFactory.class, JsonProperty.class)
                .map(type -> Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().getPath()))
                .map(source -> copied(source, copies))
                .collect(Collectors.toList());
        return classPath.toArray(String[]::new);
    }

    private static String copied(Path source, Path copies) {
        Path copy = copies.resolve(source.getFileName());
        Path within = Path.of("org/dlcourse");
        List<Path> parts = Files.isDirectory(source)
                ? Stream.of("sandbox", "settings", "util").map(within::resolve).toList()
                : List.of(Path.of(""));
        for (Path part : parts) {
            if (Files.exists(source.resolve(part))) {
                Path target = copy.resolve(part).toAbsolutePath();
                assertThat(SystemTool.run(List.of(
                                        "mkdir", "-p", target.getParent().toString()))
                                .status())
                        .isZero();
                assertThat(SystemTool.run(
                                        List.of("cp", "-r", source.resolve(part).toString(), target.toString()))
                                .status())
                        .isZero();
            }
        }
        SystemTool.run(List.of("chmod", "-R", "a+rX", copies.toString()));
        return copy.toString();
    }
}
