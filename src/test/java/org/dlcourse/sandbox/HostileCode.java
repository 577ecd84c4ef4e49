package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/**
 * Runs code that means harm as a submission, and checks afterwards that nothing runs on and that the next worker works.
 *
 * @param echo the worker
 * @param submission the folder that is handed in
 */
record HostileCode(EchoWorker echo, Path submission) {
    static final Duration SHORT = Duration.ofSeconds(1);
    static final Duration LONG = Duration.ofSeconds(20);

    /** Smaller than any real one: what does not stop hostile code must not hurt the machine that tests it. */
    static final Limits LIMITS = Limits.EXERCISES.withMemory(256 << 20).withProcesses(24);

    static HostileCode in(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new HostileCode(EchoWorker.in(folder), Files.createDirectory(folder.resolve("submission")));
    }

    static void assertNothingRunsOn() {
        assertThat(EchoWorker.processes()).isEmpty();
    }

    static String result(Reply reply) {
        assertThat(reply).isInstanceOfSatisfying(Reply.Answered.class, answer -> assertThat(answer.type())
                .as(answer.header().toString())
                .isEqualTo("result"));
        return ((Reply.Answered) reply).header().path("result").asText();
    }

    static void assertFailed(Reply reply, Verdict verdict, String reason) {
        assertThat(reply).isInstanceOfSatisfying(Reply.Failed.class, failed -> {
            assertThat(failed.verdict()).as(failed.reason()).isEqualTo(verdict);
            assertThat(failed.reason()).contains(reason);
        });
    }

    String result(Sandbox sandbox, String code) throws IOException {
        return result(run(sandbox, code, LONG));
    }

    void assertFails(Sandbox sandbox, String code, Verdict verdict, String reason) throws IOException {
        assertFails(sandbox, code, verdict, reason, LONG);
    }

    void assertFails(Sandbox sandbox, String code, Verdict verdict, String reason, Duration time) throws IOException {
        assertFailed(run(sandbox, code, time), verdict, reason);
    }

    Reply run(Sandbox sandbox, String code, Duration time) throws IOException {
        EchoWorker.assumeHolds(sandbox);
        Reply reply;
        try (Worker worker = start(sandbox, code, LIMITS)) {
            reply = EchoWorker.run(worker, time);
        }
        assertNextWorks(sandbox);
        return reply;
    }

    Worker start(Sandbox sandbox, String code, Limits limits) throws IOException {
        return echo.start(sandbox, submission, code, limits);
    }

    void assertNextWorks(Sandbox sandbox) throws IOException {
        assertNothingRunsOn();
        try (Worker next = start(sandbox, "", LIMITS)) {
            EchoWorker.assertEchoes(next);
        }
    }
}
