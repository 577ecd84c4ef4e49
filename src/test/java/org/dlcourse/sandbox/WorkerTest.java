package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Limits LIMITS = Limits.EXERCISES;

    private final Script process = new Script();

    /** What a worker does with a request. */
    private interface Behaviour {
        void answer(ObjectNode request, OutputStream out, OutputStream errors) throws IOException;
    }

    /** Processes that are a thread: greets as a worker does, and then behaves. */
    private static final class Script implements WorkerProcess {
        private final PipedInputStream requests = new PipedInputStream(1 << 20);
        private final PipedInputStream answers = new PipedInputStream(1 << 20);
        private final PipedInputStream messages = new PipedInputStream(1 << 20);
        private final OutputStream input;
        private final OutputStream out;
        private final OutputStream errors;
        private final List<String> events = new ArrayList<>();
        private long memory;
        private OptionalInt status = OptionalInt.empty();

        Script() {
            try {
                input = new PipedOutputStream(requests);
                out = new PipedOutputStream(answers);
                errors = new PipedOutputStream(messages);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        Worker behaving(Behaviour behaviour) {
            Thread thread = new Thread(() -> serve(behaviour));
            thread.setDaemon(true);
            thread.start();
            return Worker.ready(this, LIMITS, " in a test");
        }

        private void serve(Behaviour behaviour) {
            FrameReader reader = new FrameReader(requests, LIMITS.outputBytes());
            try {
                ObjectNode hello = reader.read().orElseThrow().header();
                reply(out, hello, "ready");
                while (true) {
                    behaviour.answer(reader.read().orElseThrow().header(), out, errors);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public OutputStream input() {
            return input;
        }

        @Override
        public InputStream output() {
            return answers;
        }

        @Override
        public InputStream errors() {
            return messages;
        }

        @Override
        public Places places() {
            return new Places("/worker", "/srv", "/tmp");
        }

        @Override
        public long userNumber() {
            return 1;
        }

        @Override
        public List<String> remarks() {
            return List.of();
        }

        @Override
        public long memoryBytes() {
            return memory;
        }

        @Override
        public OptionalInt status(Duration wait) {
            return status;
        }

        @Override
        public boolean ranOutOfMemory() {
            return false;
        }

        @Override
        public void end() {
            events.add("end");
        }
    }

    @Test
    void answerRepeatsIdAndNonceAndIsGiven() {
        List<String> nonces = new ArrayList<>();
        try (Worker worker = process.behaving((request, out, errors) -> {
            nonces.add(request.path("nonce").asText());
            reply(out, request, "result");
        })) {
            assertThat(worker.description()).isEqualTo("a script in a test");
            assertThat(ask(worker)).isInstanceOfSatisfying(Reply.Answered.class, answer -> {
                assertThat(answer.type()).isEqualTo("result");
                assertThat(answer.arrays()).containsOnlyKeys("y");
            });
            assertThat(ask(worker)).isInstanceOf(Reply.Answered.class);
            assertThat(process.events).isEmpty();
        }
        assertThat(nonces).hasSize(2).doesNotHaveDuplicates().allMatch(nonce -> nonce.matches("[0-9a-f]{32}"));
        assertThat(process.events).containsExactly("end");
    }

    @Test
    void requestThatIsTooLongIsTheGradersFault() {
        try (Worker worker = process.behaving((request, out, errors) -> reply(out, request, "result"))) {
            ObjectNode header = JsonNodeFactory.instance.objectNode().put("type", "x".repeat(Frame.LONGEST_HEADER));

            assertThatThrownBy(() -> worker.ask(header, Map.of(), SHORT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Hand in long values as arrays.");
            assertThat(ask(worker)).isInstanceOf(Reply.Answered.class);
        }
    }

    @Test
    void workerThatDidNotAnswerIsDead() {
        Worker worker = process.behaving((request, out, errors) -> {});

        assertThat(ask(worker, SHORT)).isEqualTo(new Reply.Failed(Verdict.TIME_OUT, "No answer within 0.3 s."));
        assertThat(worker.isAlive()).isFalse();
        assertThat(process.events).containsExactly("end");
        assertThatThrownBy(() -> ask(worker))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Start a new one");
    }

    @Test
    void answerToAnotherRequestBreaksTheProtocol() {
        assertFailed(
                (request, out, errors) -> reply(out, request.deepCopy().put("id", 7), "result"),
                Verdict.BROKEN_PROTOCOL,
                "it is for request 7");
    }

    @Test
    void answerWithAnotherNonceBreaksTheProtocol() {
        assertFailed(
                (request, out, errors) -> reply(out, request.deepCopy().put("nonce", "0".repeat(32)), "result"),
                Verdict.BROKEN_PROTOCOL,
                "expected request 2 with its own nonce");
    }

    @Test
    void answerThatIsSaidTwiceBreaksTheNextRequest() {
        try (Worker worker = process.behaving((request, out, errors) -> {
            reply(out, request, "result");
            reply(out, request, "result");
        })) {
            assertThat(ask(worker)).isInstanceOf(Reply.Answered.class);
            assertThat(ask(worker)).isInstanceOfSatisfying(Reply.Failed.class, failed -> assertThat(failed.verdict())
                    .isEqualTo(Verdict.BROKEN_PROTOCOL));
        }
    }

    @Test
    void printsInPlaceOfAnAnswerAreShown() {
        assertFailed(
                (request, out, errors) -> {
                    out.write("loss = 0.69\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                },
                Verdict.BROKEN_PROTOCOL,
                "it begins with \"loss = 0\"; expected \"DLFRAME1\"");
    }

    @Test
    void endOfTheProcessIsACrashWithTheSignalAndItsLastMessage() {
        process.status = OptionalInt.of(139);
        assertFailed(
                (request, out, errors) -> {
                    errors.write("Fatal Python error\u001b[2J\n".getBytes(StandardCharsets.UTF_8));
                    errors.flush();
                    errors.close();
                    out.close();
                },
                Verdict.CRASH,
                "signal 11 ended it: an access to memory that it does not have.");
    }

    @Test
    void endAfterTooMuchTimeOnTheProcessorIsATimeOut() {
        process.status = OptionalInt.of(Signal.PROCESSOR_TIME);
        assertFailed((request, out, errors) -> out.close(), Verdict.TIME_OUT, "more than the 600 s on the processor");
    }

    @Test
    void closedOutputOfAProcessThatRunsOnBreaksTheProtocol() {
        assertFailed((request, out, errors) -> out.close(), Verdict.BROKEN_PROTOCOL, "closed its output and runs on");
    }

    @Test
    void processesWithTooMuchMemoryAreEndedWithoutAnAnswer() {
        process.memory = 700L << 20;
        assertFailed(
                (request, out, errors) -> {},
                Verdict.OUT_OF_MEMORY,
                "Its processes held 700 MB of memory; at most 512 MB are allowed.");
    }

    @Test
    void floodOfMessagesIsToldFromATimeOut() {
        assertFailed(
                (request, out, errors) -> {
                    byte[] much = new byte[1 << 20];
                    for (int i = 0; i <= LIMITS.outputBytes() >> 20; i++) {
                        errors.write(much);
                    }
                },
                Verdict.FLOOD,
                "more than the 64 MB on standard error");
    }

    @Test
    void workerThatDoesNotGreetIsAFaultOfWhatRunsIt() {
        process.status = OptionalInt.of(1);
        Thread thread = new Thread(() -> {
            try {
                process.errors.write("bwrap: no permission\n".getBytes(StandardCharsets.UTF_8));
                process.errors.close();
                process.out.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();

        assertThatThrownBy(() -> Worker.ready(process, LIMITS, ""))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining(
                        "The worker did not start: The process ended before it answered: it ended with" + " status 1.")
                .hasMessageEndingWith("None of the submission's code has run.");
        assertThat(process.events).contains("end");
    }

    private void assertFailed(Behaviour behaviour, Verdict verdict, String reason) {
        try (Worker worker = process.behaving(behaviour)) {
            assertThat(worker.ask(JsonNodeFactory.instance.objectNode().put("type", "case"), Map.of(), LONG))
                    .isInstanceOfSatisfying(Reply.Failed.class, failed -> {
                        assertThat(failed.verdict()).as(failed.reason()).isEqualTo(verdict);
                        assertThat(failed.reason()).contains(reason);
                    });
            assertThat(worker.isAlive()).isFalse();
        }
    }

    private static Reply ask(Worker worker) {
        return ask(worker, LONG);
    }

    private static Reply ask(Worker worker, Duration time) {
        return worker.ask(JsonNodeFactory.instance.objectNode().put("type", "case"), Map.of("x", new byte[3]), time);
    }

    private static void reply(OutputStream out, ObjectNode request, String type) throws IOException {
        ObjectNode header =
                JsonNodeFactory.instance.objectNode().put("type", type).put("worker", "a script");
        header.set("id", request.get("id"));
        header.set("nonce", request.get("nonce"));
        new FrameWriter(out).write(Frame.of(header, Map.of("y", new byte[5])));
    }
}
