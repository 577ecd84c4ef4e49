package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code that means harm to what runs it: each gives one verdict with its reason, leaves nothing, and the next worker works. */
@Timeout(60)
class HostileSubmissionsIT {
    @TempDir
    private Path folder;

    private HostileCode hostile;

    @BeforeEach
    void prepare() throws IOException {
        hostile = HostileCode.in(folder);
    }

    @AfterEach
    void nothingRunsOn() {
        HostileCode.assertNothingRunsOn();
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void forkBombIsATimeOut(Sandbox sandbox) throws IOException {
        hostile.assertFails(sandbox, """
                import os
                while True:
                    try:
                        os.fork()
                    except OSError:
                        pass
                """, Verdict.TIME_OUT, "No answer within 1 s.", HostileCode.SHORT);
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void processesAreLimited(Sandbox sandbox) throws IOException {
        assertThat(hostile.result(sandbox, """
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
        Reply reply = hostile.run(sandbox, "result = len(bytearray(3 << 30))", HostileCode.LONG);

        assertThat(reply)
                .isInstanceOfSatisfying(Reply.Answered.class, answer -> assertThat(Verdict.ofType(answer.type()))
                        .contains(Verdict.OUT_OF_MEMORY));
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void memoryOfManyProcessesIsCountedTogether(Sandbox sandbox) throws IOException {
        hostile.assertFails(sandbox, """
                import os, time
                for child in range(4):
                    if os.fork() == 0:
                        held = b"x" * (100 << 20)
                        time.sleep(1000)
                time.sleep(1000)
                """, Verdict.OUT_OF_MEMORY, "256 MB", Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void endlessLoopThatIgnoresEverySignalIsATimeOut(Sandbox sandbox) throws IOException {
        hostile.assertFails(sandbox, """
                import signal
                for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
                    signal.signal(number, signal.SIG_IGN)
                while True:
                    pass
                """, Verdict.TIME_OUT, "No answer within 1 s.", HostileCode.SHORT);
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void timeOnTheProcessorIsLimitedInEachProcess(Sandbox sandbox) throws IOException {
        EchoWorker.assumeHolds(sandbox);
        Limits limits = HostileCode.LIMITS.withProcessorTime(Duration.ofSeconds(1));
        try (Worker worker = hostile.start(sandbox, "while True: pass", limits)) {
            HostileCode.assertFailed(
                    EchoWorker.run(worker, HostileCode.LONG), Verdict.TIME_OUT, "more than the 1 s on the processor");
        }
        hostile.assertNextWorks(sandbox);
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void sixHundredMegabytesOnStandardOutputBreakTheProtocol(Sandbox sandbox) throws IOException {
        hostile.assertFails(
                sandbox, """
                import os
                for part in range(600):
                    os.write(1, b"x" * (1 << 20))
                """, Verdict.BROKEN_PROTOCOL, "it begins with \"xxxxxxxx\"; expected \"DLFRAME1\"");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void sixHundredMegabytesOnStandardErrorAreAFlood(Sandbox sandbox) throws IOException {
        hostile.assertFails(
                sandbox, """
                import os
                for part in range(600):
                    os.write(2, b"x" * (1 << 20))
                """, Verdict.FLOOD, "It wrote more than the 64 MB on standard error", HostileCode.LONG);
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void sixHundredMegabytesInAFrameAreAFlood(Sandbox sandbox) throws IOException {
        hostile.assertFails(
                sandbox, """
                import os, struct
                os.write(1, b"DLFRAME1" + struct.pack(">iq", 2, 600 << 20) + b"{}")
                for part in range(600):
                    os.write(1, bytes(1 << 20))
                """, Verdict.FLOOD, "its payload has 629145600 bytes; at most 67108864 are allowed");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void parentCannotBeKilled(Sandbox sandbox) throws IOException {
        assertThat(hostile.result(sandbox, """
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
        hostile.assertFails(
                sandbox, """
                import os, signal, time
                if os.fork() == 0:
                    os.kill(os.getppid(), signal.SIGKILL)
                    os._exit(0)
                time.sleep(1000)
                """, Verdict.CRASH, "signal 9 ended it: killed by itself or by the system", HostileCode.LONG);
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void wrongMemoryAddressIsACrash(Sandbox sandbox) throws IOException {
        hostile.assertFails(
                sandbox,
                "import ctypes; ctypes.string_at(0)",
                Verdict.CRASH,
                "signal 11 ended it: an access to memory that it does not have.",
                HostileCode.LONG);
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void endWithoutAnAnswerIsACrash(Sandbox sandbox) throws IOException {
        hostile.assertFails(
                sandbox, "import os; os._exit(0)", Verdict.CRASH, "it ended with status 0", HostileCode.LONG);
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void forgedFrameBreaksTheProtocol(Sandbox sandbox) throws IOException {
        hostile.assertFails(
                sandbox,
                "answer(dict(request, nonce='0' * 32), type='result', result='right')",
                Verdict.BROKEN_PROTOCOL,
                "expected request 2 with its own nonce");
    }

    @ParameterizedTest
    @MethodSource("org.dlcourse.sandbox.EchoWorker#sandboxes")
    void processesThatLeaveTheirSessionEndWithTheWorker(Sandbox sandbox) throws IOException {
        assertThat(hostile.result(sandbox, """
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
}
