package org.dlcourse.sandbox;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.GenericContainer;

/** A worker's container; its pipes go through the daemon. */
final class ContainerProcess implements WorkerProcess {
    private static final long MILLIS_BETWEEN = 20;
    private static final long SECONDS_TO_ATTACH = 30;

    private final ContainerDaemon daemon;
    private final String id;
    private final WorkFolder folder;
    private final Pipe output;
    private final Pipe errors;
    private final OutputStream toInput;
    private final InputStream fromOutput;
    private final InputStream fromErrors;
    private final ResultCallback.Adapter<Frame> attached;
    private boolean ended;

    private ContainerProcess(ContainerDaemon daemon, String id, WorkFolder folder) throws IOException {
        this.daemon = daemon;
        this.id = id;
        this.folder = folder;
        // Pipes of the system: Java's own end when a thread that used them does.
        Pipe input = Pipe.open();
        this.output = Pipe.open();
        this.errors = Pipe.open();
        this.toInput = Channels.newOutputStream(input.sink());
        this.fromOutput = Channels.newInputStream(output.source());
        this.fromErrors = Channels.newInputStream(errors.source());
        this.attached = daemon.client()
                .attachContainerCmd(id)
                .withStdIn(new ClosedAtItsEnd(Channels.newInputStream(input.source())))
                .withStdOut(true)
                .withStdErr(true)
                .withFollowStream(true)
                .exec(new Output());
    }

    /**
     * Starts a container and attaches to it.
     *
     * @param folder is removed when the container is ended
     */
    static ContainerProcess start(ContainerDaemon daemon, GenericContainer<?> container, WorkFolder folder) {
        container.start();
        String id = container.getContainerId();
        try {
            ContainerProcess process = new ContainerProcess(daemon, id, folder);
            if (!process.attached.awaitStarted(SECONDS_TO_ATTACH, TimeUnit.SECONDS)) {
                throw new SandboxException("The daemon did not attach to a container within " + SECONDS_TO_ATTACH
                        + " s; expected it at once.");
            }
            process.toInput.write('\n');
            process.toInput.flush();
            return process;
        } catch (IOException e) {
            daemon.remove(id);
            throw new SandboxException("The pipes of a container cannot be made or written.", e);
        } catch (InterruptedException e) {
            daemon.remove(id);
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted at the start of a container.", e);
        } catch (RuntimeException e) {
            daemon.remove(id);
            throw e;
        }
    }

    /** A stream that its reader need not close. */
    private static final class ClosedAtItsEnd extends FilterInputStream {
        ClosedAtItsEnd(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return closed(super.read());
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            return closed(super.read(bytes, start, length));
        }

        private int closed(int read) throws IOException {
            if (read < 0) {
                close();
            }
            return read;
        }
    }

    /** What the container writes, handed to the pipes; whoever writes too fast has to wait. */
    private final class Output extends ResultCallback.Adapter<Frame> {
        @Override
        public void onNext(Frame part) {
            Pipe.SinkChannel sink = part.getStreamType() == StreamType.STDERR ? errors.sink() : output.sink();
            ByteBuffer bytes = ByteBuffer.wrap(part.getPayload());
            try {
                while (bytes.hasRemaining()) {
                    sink.write(bytes);
                }
            } catch (IOException e) {
                onError(e);
            }
        }

        @Override
        public void onComplete() {
            closeSinks();
            super.onComplete();
        }

        @Override
        public void onError(Throwable failure) {
            closeSinks();
            super.onError(failure);
        }

        private void closeSinks() {
            closeAll(output.sink(), errors.sink());
        }
    }

    @Override
    public OutputStream input() {
        return toInput;
    }

    @Override
    public InputStream output() {
        return fromOutput;
    }

    @Override
    public InputStream errors() {
        return fromErrors;
    }

    @Override
    public Places places() {
        return ContainerLauncher.PLACES;
    }

    @Override
    public long userNumber() {
        return ContainerLauncher.USER;
    }

    @Override
    public List<String> remarks() {
        return folder.remarks();
    }

    @Override
    public long memoryBytes() {
        // The kernel counts and refuses it.
        return 0;
    }

    @Override
    public OptionalInt status(Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        ContainerState state = state();
        while (Boolean.TRUE.equals(state.getRunning()) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN);
            state = state();
        }
        Long status = state.getExitCodeLong();
        return Boolean.TRUE.equals(state.getRunning()) || status == null
                ? OptionalInt.empty()
                : OptionalInt.of(status.intValue());
    }

    @Override
    public boolean ranOutOfMemory() {
        // The daemon says it when the container has ended.
        if (Boolean.TRUE.equals(state().getRunning())) {
            daemon.kill(id);
        }
        return Boolean.TRUE.equals(state().getOOMKilled());
    }

    private ContainerState state() {
        return daemon.client().inspectContainerCmd(id).exec().getState();
    }

    @Override
    public synchronized void end() {
        if (ended) {
            return;
        }
        // First the pipes: who writes into them must not wait for a reader that is gone.
        closeAll(toInput, output.sink(), errors.sink(), fromOutput, fromErrors);
        try {
            daemon.remove(id);
        } catch (RuntimeException e) {
            throw new SandboxException(
                    "The container " + id + " of a worker cannot be ended: " + e
                            + ". End it by hand with 'docker rm -f'.",
                    e);
        }
        closeAll(attached);
        folder.remove();
        ended = true;
    }

    private static void closeAll(Closeable... all) {
        for (Closeable one : all) {
            try {
                one.close();
            } catch (IOException e) {
                // What was not yet written goes to a container that has ended.
            }
        }
    }
}
