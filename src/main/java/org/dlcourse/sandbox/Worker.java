package org.dlcourse.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program in a sandbox that runs one submission's code and answers one request at a time.
 *
 * <p>It is watched from outside: by time, memory and what it writes. After a request that it did not answer it is dead, and
 * whoever asked starts a new one. None of its processes is left when {@link #close} returns.
 */
public final class Worker implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(2);
    private static final Duration LAST_MESSAGES = Duration.ofMillis(500);
    private static final long WATCH_MILLIS = 100;
    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final ExecutorService threads;
    private final WorkerProcess process;
    private final Limits limits;
    private final Messages messages;
    private final Future<?> messagesRead;
    private final FrameWriter writer;
    private final FrameReader reader;
    private String description = "";
    private long id;
    private boolean dead;

    private Worker(WorkerProcess process, Limits limits) {
        this.process = process;
        this.limits = limits;
        this.messages = new Messages(process.errors());
        this.writer = new FrameWriter(process.input());
        this.reader = new FrameReader(process.output(), limits.outputBytes());
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "worker's pipes");
            thread.setDaemon(true);
            return thread;
        });
        this.messagesRead = threads.submit(messages, null);
    }

    /**
     * Greets a process that has just started.
     *
     * @param where it runs, behind what it says of itself
     * @throws SandboxException if it does not say that it is ready; it is dead then
     */
    static Worker ready(WorkerProcess process, Limits limits, String where) {
        Worker worker = new Worker(process, limits);
        ObjectNode hello = JsonNodeFactory.instance
                .objectNode()
                .put("type", "hello")
                .put("submission", process.places().submission());
        hello.putObject("limits").put("printed_bytes", limits.printedBytes());
        Reply reply = worker.ask(hello, Map.of(), START);
        if (reply instanceof Reply.Answered answer && answer.type().equals("ready")) {
            worker.description = Excerpt.of(answer.header().path("worker").asText("unknown")) + where;
            return worker;
        }
        worker.close();
        throw new SandboxException("The worker did not start: "
                + (reply instanceof Reply.Failed failed
                        ? failed.reason()
                        : "it answered " + Excerpt.of(reply.toString()) + "; expected a reply of the type \"ready\".")
                + " None of the submission's code has run.");
    }

    /** What the worker says of itself and where it runs, such as {@code python 3.11.2, numpy 1.24.2 in the image ...}. */
    public String description() {
        return description;
    }

    /** What was left out of its copy of the submission, a sentence each. */
    public List<String> remarks() {
        return process.remarks();
    }

    /** Whether it can be asked. */
    public synchronized boolean isAlive() {
        return !dead;
    }

    /** Asks, and waits as long as a request may take. */
    public Reply ask(ObjectNode header, Map<String, byte[]> arrays) {
        return ask(header, arrays, limits.request());
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param header what is asked, its {@code type} among it; the id and the nonce are added
     * @param arrays by name, each a whole {@code .npy} file
     * @param time how long it may take
     * @return the answer, or why there is none; the worker is dead then
     * @throws IllegalArgumentException if the request is too long; the worker can be asked again
     * @throws IllegalStateException if the worker is dead
     * @throws SandboxException if the worker's processes cannot be ended
     */
    public synchronized Reply ask(ObjectNode header, Map<String, byte[]> arrays, Duration time) {
        if (dead) {
            throw new IllegalStateException(
                    "The worker is dead; expected one that runs. Start a new one after a request that failed.");
        }
        id++;
        String nonce = nonce();
        Frame request = Frame.of(header.deepCopy().put("id", id).put("nonce", nonce), arrays);
        byte[] start = writer.header(request);
        Reply reply;
        try {
            reply = exchange(start, request.payload(), nonce, time);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            return new Reply.Failed(Verdict.NOT_GRADED, "The grading was interrupted; start it again.");
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
        if (reply instanceof Reply.Failed) {
            close();
        }
        return reply;
    }

    private Reply exchange(byte[] header, byte[] payload, String nonce, Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        Future<?> written = threads.submit(() -> {
            writer.write(header, payload);
            return null;
        });
        Future<Optional<Frame>> read = threads.submit(reader::read);
        while (true) {
            long left = deadline - System.nanoTime();
            try {
                Optional<Frame> frame = read.get(
                        Math.max(0, Math.min(left, TimeUnit.MILLISECONDS.toNanos(WATCH_MILLIS))), TimeUnit.NANOSECONDS);
                return frame.isEmpty() ? ended("it closed its output") : answer(frame.get(), nonce, written);
            } catch (TimeoutException e) {
                Optional<Reply> excess = excess();
                if (excess.isPresent()) {
                    return excess.get();
                }
                if (left <= 0) {
                    return process.ranOutOfMemory()
                            ? outOfMemory()
                            : failed(Verdict.TIME_OUT, "No answer within " + seconds(time) + " s.");
                }
            } catch (ExecutionException e) {
                return unreadable(e.getCause());
            }
        }
    }

    private Reply answer(Frame frame, String nonce, Future<?> written) throws InterruptedException {
        ObjectNode said = frame.header();
        if (said.path("id").asLong() != id || !nonce.equals(said.path("nonce").textValue())) {
            return broken("it is for request " + Excerpt.of(said.path("id").toString()) + " with nonce "
                    + Excerpt.of(said.path("nonce").toString()) + "; expected request " + id + " with its own nonce");
        }
        try {
            Map<String, byte[]> arrays = frame.arrays();
            // Whoever knows the nonce has read the request's header; what may be missing is its last bytes.
            written.get(WATCH_MILLIS, TimeUnit.MILLISECONDS);
            return flood().orElseGet(() -> new Reply.Answered(said, arrays));
        } catch (FrameException e) {
            return broken(e.getMessage());
        } catch (ExecutionException | TimeoutException e) {
            return broken("it came before the whole request was read; expected it after");
        }
    }

    private Reply unreadable(Throwable cause) throws InterruptedException {
        if (cause instanceof FrameException e) {
            return e.verdict() == Verdict.FLOOD
                    ? failed(Verdict.FLOOD, "The answer is too large: " + e.getMessage() + ".")
                    : broken(e.getMessage());
        }
        if (cause instanceof IOException e) {
            return ended(e.getMessage());
        }
        throw new IllegalStateException("A worker's answer cannot be read.", cause);
    }

    private Reply ended(String how) throws InterruptedException {
        int status = process.status(END).orElse(-1);
        readLastMessages();
        Optional<Reply> excess = excess();
        if (excess.isPresent()) {
            return excess.get();
        }
        if (process.ranOutOfMemory()) {
            return outOfMemory();
        }
        if (status == -1) {
            return broken(how + " and runs on; expected an answer");
        }
        if (status == Signal.PROCESSOR_TIME) {
            return failed(
                    Verdict.TIME_OUT,
                    "It used more than the " + limits.processorTime().toSeconds()
                            + " s on the processor that it may have.");
        }
        return failed(Verdict.CRASH, "The process ended before it answered: " + Signal.explained(status) + ".");
    }

    /** Waits for what an ended process has written; a process that it left behind may keep the pipe open. */
    private void readLastMessages() throws InterruptedException {
        try {
            messagesRead.get(LAST_MESSAGES.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // What was read until now is all that is said.
        } catch (ExecutionException e) {
            throw new IllegalStateException("A worker's messages cannot be read.", e.getCause());
        }
    }

    /** Whether it has used more than it may. */
    private Optional<Reply> excess() {
        return flood().or(this::memory);
    }

    private Optional<Reply> flood() {
        return messages.bytes() <= limits.outputBytes()
                ? Optional.empty()
                : Optional.of(failed(
                        Verdict.FLOOD,
                        "It wrote more than the " + Limits.megabytes(limits.outputBytes())
                                + " on standard error that it may write."));
    }

    private Optional<Reply> memory() {
        long memory = process.memoryBytes();
        return memory <= limits.memoryBytes()
                ? Optional.empty()
                : Optional.of(failed(
                        Verdict.OUT_OF_MEMORY,
                        "Its processes held " + Limits.megabytes(memory) + " of memory; at most "
                                + Limits.megabytes(limits.memoryBytes()) + " are allowed."));
    }

    private Reply outOfMemory() {
        return failed(
                Verdict.OUT_OF_MEMORY,
                "The system ended a process for more memory than the " + Limits.megabytes(limits.memoryBytes())
                        + " that are allowed.");
    }

    private Reply broken(String what) {
        return failed(Verdict.BROKEN_PROTOCOL, "What came is no answer: " + what + ".");
    }

    private Reply failed(Verdict verdict, String reason) {
        String last = messages.last();
        return new Reply.Failed(verdict, reason + (last.isEmpty() ? "" : " Its last message: " + last));
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0
                ? Long.toString(time.toSeconds())
                : Double.toString(time.toMillis() / 1000.0);
    }

    /**
     * Ends every process of the worker and removes its files.
     *
     * @throws SandboxException if one cannot be ended
     */
    @Override
    public synchronized void close() {
        dead = true;
        try {
            process.end();
        } finally {
            threads.shutdownNow();
        }
    }
}
