package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.dlcourse.settings.Isolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code that means harm: each gives one verdict with its reason, leaves nothing, and the next worker works. */
@Timeout(60)
class HostileSubmissionsIT {
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(20);

    /** Smaller than any real one: what does not stop hostile code must not hurt the machine that tests it. */
    private static final Limits LIMITS = Limits.EXERCISES.withMemory(256 << 20).withProcesses(24);

    @TempDir
    private Path folder;

    private EchoWorker echo;
    private Path submission;

    @BeforeEach
    void prepare() throws IOException {
        echo = EchoWorker.in(folder);
        submission = Files.createDirectory(folder.resolve("submission"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void nothingRunsOn() {
        assertThat(EchoWorker.running()).isEmpty();
        if (WorkerUser.canBeOwn()) {
            assertThat(ProcessTable.now().processes())
                    .filteredOn(process -> process.user() >= 58000 && process.user() < 59000 && !process.ended())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void forkBombIsATimeOut(Sandbox sandbox) throws IOException {
        assertFails(sandbox, """
                import os
                while True:
                    try:
                        os.fork()
                    except OSError:
                        pass
                """, Verdict.TIME_OUT, "No answer within 2 s.");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void processesAreLimited(Sandbox sandbox) throws IOException {
        assertThat(result(sandbox, """
                        import os, time
                        started = 0
                        try:
                            while started < 100:
                                if os.fork() == 0:
                                    time.sleep(1000)
                                    os._exit(0)
                                started += 1
                        except BlockingIOError:
                            pass
                        result = str(started < 24)
                        """)).isEqualTo("True");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void threeGigabytesInOneProcessAreRefusedToIt(Sandbox sandbox) throws IOException {
        Reply reply = run(sandbox, "result = len(bytearray(3 << 30))", LONG);

        assertThat(reply)
                .isInstanceOfSatisfying(Reply.Answered.class, answer -> assertThat(Verdict.ofType(answer.type()))
                        .contains(Verdict.OUT_OF_MEMORY));
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void memoryOfManyProcessesIsCountedTogether(Sandbox sandbox) throws IOException {
        assertFails(sandbox, """
                import os, time
                for child in range(4):
                    if os.fork() == 0:
                        held = b"x" * (100 << 20)
                        time.sleep(1000)
                time.sleep(1000)
                """, Verdict.OUT_OF_MEMORY, "at most 256 MB are allowed.", LONG);
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void endlessLoopThatIgnoresEverySignalIsATimeOut(Sandbox sandbox) throws IOException {
        assertFails(sandbox, """
                import signal
                for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
                    signal.signal(number, signal.SIG_IGN)
                while True:
                    pass
                """, Verdict.TIME_OUT, "No answer within 2 s.");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void timeOnTheProcessorIsLimitedInEachProcess(Sandbox sandbox) throws IOException {
        EchoWorker.assumeHolds(sandbox);
        Limits limits = LIMITS.withProcessorTime(Duration.ofSeconds(1));
        try (Worker worker = echo.start(sandbox, submission, "while True: pass", limits)) {
            assertFailed(EchoWorker.run(worker, LONG), Verdict.TIME_OUT, "more than the 1 s on the processor");
        }
        assertNextWorks(sandbox);
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void networkIsRefusedWhereThatIsClaimed(Sandbox sandbox) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String came = result(sandbox, """
                    import socket
                    try:
                        socket.create_connection(("127.0.0.1", %d), 1).close()
                        result = "connected"
                    except OSError as error:
                        result = "refused"
                    """.formatted(server.getLocalPort()));

            boolean open = sandbox.doesNotStop().contains("the network");
            assertThat(came).isEqualTo(open ? "connected" : "refused");
            assertThat(cameIn(server)).isEqualTo(open);
        }
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void gradersFilesAreOutOfReach(Sandbox sandbox) throws IOException {
        Path secret = Files.writeString(folder.resolve("expected.txt"), "secret");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Path open = Files.writeString(folder.resolve("open.txt"), "open");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        String code = """
                result = ""
                for name in ("%s", "%s", "/etc/shadow", "/proc/%d/environ", "/proc/%d/mem"):
                    try:
                        result += " " + open(name, "rb").read(4).decode()
                    except OSError as error:
                        result += " -"
                """.formatted(
                        secret,
                        open,
                        ProcessHandle.current().pid(),
                        ProcessHandle.current().pid());

        assertThat(result(sandbox, code))
                .isEqualTo(sandbox.isolation() == Isolation.PROCESS ? " - open - - -" : " - - - - -");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void gradersEnvironmentIsOutOfReach(Sandbox sandbox) throws IOException {
        String names = result(sandbox, """
                import glob
                seen = set()
                for name in glob.glob("/proc/[0-9]*/environ"):
                    try:
                        seen |= {line.split(b"=")[0].decode() for line in open(name, "rb").read().split(b"\\0") if line}
                    except OSError:
                        pass
                result = " ".join(sorted(seen))
                """);

        assertThat(System.getenv()).as("control: what could be seen").containsKey("MALLOC_TRIM_THRESHOLD_");
        assertThat(Arrays.asList(names.split(" ")))
                .contains("PATH", "HOME")
                .isSubsetOf(
                        "HOME",
                        "LANG",
                        "LC_CTYPE",
                        "MKL_NUM_THREADS",
                        "OMP_NUM_THREADS",
                        "OPENBLAS_NUM_THREADS",
                        "PATH",
                        "PWD",
                        "TMPDIR");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void nothingThatIsWrittenStays(Sandbox sandbox) throws IOException {
        List<String> places = List.of(
                "/tmp",
                "/dev/shm",
                "/var/tmp",
                "/",
                "/dev",
                "/srv",
                "/usr",
                "/etc",
                "/worker",
                "/home",
                folder.toString());
        String name = "left-by-" + folder.getFileName();
        String written = result(sandbox, """
                import os
                result = ""
                for place in "%s".split():
                    try:
                        os.makedirs(place + "/%s/a/b")
                        open(place + "/%s/a/b/c", "w").write("x")
                        os.chmod(place + "/%s/a", 0)
                        result += place + " "
                    except OSError:
                        pass
                """.formatted(String.join(" ", places), name, name, name));

        assertThat(written)
                .isEqualTo(sandbox.isolation() == Isolation.PROCESS ? "/tmp /dev/shm /var/tmp " : "/tmp /dev/shm ");
        assertThat(places).noneMatch(place -> Files.exists(Path.of(place, name)));
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void fileIsNoLargerThanAllowed(Sandbox sandbox) throws IOException {
        assertThat(result(sandbox, """
                        import os
                        result = ""
                        for name in ("/tmp/large-%s", "/dev/shm/large-%s"):
                            written = 0
                            try:
                                with open(name, "wb", 0) as file:
                                    while written < 80:
                                        file.write(bytes(1 << 20))
                                        written += 1
                            except OSError as error:
                                result += str(written <= 64) + " "
                            os.remove(name)
                        """.formatted(folder.getFileName(), folder.getFileName())))
                .isEqualTo("True True ");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void manyFilesFillNoMoreThanTheirFolderWhereThatIsClaimed(Sandbox sandbox) throws IOException {
        if (sandbox.isolation() == Isolation.PROCESS) {
            assertThat(sandbox.doesNotStop()).anyMatch(phrase -> phrase.startsWith("filling the disk"));
            return;
        }
        assertThat(result(sandbox, """
                        result = ""
                        for place in ("/tmp", "/dev/shm"):
                            files = 0
                            try:
                                while files < 40:
                                    open(place + "/" + str(files), "wb", 0).write(bytes(4 << 20))
                                    files += 1
                            except OSError as error:
                                result += str(files) + " "
                        """)).matches("1[56] 1[56] ");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void sixHundredMegabytesOnStandardOutputBreakTheProtocol(Sandbox sandbox) throws IOException {
        assertFails(sandbox, """
                import os
                for part in range(600):
                    os.write(1, b"x" * (1 << 20))
                """, Verdict.BROKEN_PROTOCOL, "it begins with \"xxxxxxxx\"; expected \"DLFRAME1\"");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void sixHundredMegabytesOnStandardErrorAreAFlood(Sandbox sandbox) throws IOException {
        assertFails(sandbox, """
                import os
                for part in range(600):
                    os.write(2, b"x" * (1 << 20))
                """, Verdict.FLOOD, "It wrote more than the 64 MB on standard error", LONG);
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void sixHundredMegabytesInAFrameAreAFlood(Sandbox sandbox) throws IOException {
        assertFails(sandbox, """
                import os, struct
                os.write(1, b"DLFRAME1" + struct.pack(">iq", 2, 600 << 20) + b"{}")
                for part in range(600):
                    os.write(1, bytes(1 << 20))
                """, Verdict.FLOOD, "its payload has 629145600 bytes; at most 67108864 are allowed");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void parentCannotBeKilled(Sandbox sandbox) throws IOException {
        assertThat(result(sandbox, """
                        import os, signal
                        for process in (os.getppid(), 1, %d, -1):
                            try:
                                os.kill(process, signal.SIGKILL)
                            except OSError:
                                pass
                        result = "here"
                        """.formatted(ProcessHandle.current().pid())))
                .isEqualTo("here");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void childThatKillsTheWorkerIsACrash(Sandbox sandbox) throws IOException {
        assertFails(sandbox, """
                import os, signal, time
                if os.fork() == 0:
                    os.kill(os.getppid(), signal.SIGKILL)
                    os._exit(0)
                time.sleep(1000)
                """, Verdict.CRASH, "signal 9 ended it: killed by itself or by the system", LONG);
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void wrongMemoryAddressIsACrash(Sandbox sandbox) throws IOException {
        assertFails(
                sandbox,
                "import ctypes; ctypes.string_at(0)",
                Verdict.CRASH,
                "signal 11 ended it: an access to memory that it does not have.",
                LONG);
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void endWithoutAnAnswerIsACrash(Sandbox sandbox) throws IOException {
        assertFails(sandbox, "import os; os._exit(0)", Verdict.CRASH, "it ended with status 0", LONG);
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void forgedFrameBreaksTheProtocol(Sandbox sandbox) throws IOException {
        assertFails(
                sandbox,
                "answer(dict(request, nonce='0' * 32), type='result', result='right')",
                Verdict.BROKEN_PROTOCOL,
                "expected request 2 with its own nonce");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void linksAndPipesInASubmissionAreLeftOut(Sandbox sandbox) throws IOException {
        EchoWorker.assumeHolds(sandbox);
        Files.createSymbolicLink(submission.resolve("results.json"), Path.of("/etc/shadow"));
        Files.createSymbolicLink(submission.resolve("folder"), Path.of("/etc"));
        Files.createDirectory(submission.resolve("part"));
        assertThat(SystemTool.run(List.of(
                                "mkfifo", submission.resolve("part/pipe\n1").toString()))
                        .status())
                .isZero();
        String code = "import os; result = str(sorted(os.listdir(submission)) + os.listdir(submission + '/part'))";
        try (Worker worker = echo.start(sandbox, submission, code, LIMITS)) {
            assertThat(worker.remarks())
                    .containsExactlyInAnyOrder(
                            "\"results.json\" was left out: it is a symbolic link; expected a file.",
                            "\"folder\" was left out: it is a symbolic link; expected a file.",
                            "\"part/pipe 1\" was left out: it is neither a file nor a folder; expected a file.");
            assertThat(header(EchoWorker.run(worker, LONG))).isEqualTo("['code.py', 'part']");
        }
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void processesThatLeaveTheirSessionEndWithTheWorker(Sandbox sandbox) throws IOException {
        assertThat(result(sandbox, """
                        import os, time
                        for generation in range(3):
                            if os.fork() == 0:
                                os.setsid()
                                if os.fork() != 0:
                                    os._exit(0)
                                os.closerange(0, 100)
                                time.sleep(1000)
                        result = "left"
                        """)).isEqualTo("left");
    }

    /** Gives the result, and checks that nothing runs on and that the next worker works. */
    private String result(Sandbox sandbox, String code) throws IOException {
        return header(run(sandbox, code, LONG));
    }

    private static String header(Reply reply) {
        assertThat(reply).isInstanceOfSatisfying(Reply.Answered.class, answer -> assertThat(answer.type())
                .as(answer.header().toString())
                .isEqualTo("result"));
        return ((Reply.Answered) reply).header().path("result").asText();
    }

    private void assertFails(Sandbox sandbox, String code, Verdict verdict, String reason) throws IOException {
        assertFails(sandbox, code, verdict, reason, SHORT);
    }

    private void assertFails(Sandbox sandbox, String code, Verdict verdict, String reason, Duration time)
            throws IOException {
        assertFailed(run(sandbox, code, time), verdict, reason);
    }

    private static void assertFailed(Reply reply, Verdict verdict, String reason) {
        assertThat(reply).isInstanceOfSatisfying(Reply.Failed.class, failed -> {
            assertThat(failed.verdict()).as(failed.reason()).isEqualTo(verdict);
            assertThat(failed.reason()).contains(reason);
        });
    }

    private Reply run(Sandbox sandbox, String code, Duration time) throws IOException {
        EchoWorker.assumeHolds(sandbox);
        Reply reply;
        try (Worker worker = echo.start(sandbox, submission, code, LIMITS)) {
            reply = EchoWorker.run(worker, time);
        }
        assertNextWorks(sandbox);
        return reply;
    }

    private void assertNextWorks(Sandbox sandbox) throws IOException {
        nothingRunsOn();
        try (Worker next = echo.start(sandbox, submission, "", LIMITS)) {
            EchoWorker.assertEchoes(next);
        }
    }

    private static boolean cameIn(ServerSocket server) throws IOException {
        server.setSoTimeout(1);
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
