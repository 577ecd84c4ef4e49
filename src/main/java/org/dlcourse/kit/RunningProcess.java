package org.dlcourse.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process that a test has started by {@link ChildProcess#startIn}, which has an example. */
public final class RunningProcess {
    private static final int MINUTES = 3;

    private final Process process;
    private final Path output;

    RunningProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Whether the process has not ended yet. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process as SIGKILL does, without any chance to clean up, and waits until it has ended. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * Waits for the end of the process.
     *
     * @return its exit status
     * @throws IllegalStateException if it still runs after three minutes; it is killed then
     */
    public int await() throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "The process still runs after " + MINUTES + " minutes; what it printed is in " + output + ".");
        }
        return process.exitValue();
    }

    /**
     * All that the process has printed so far.
     *
     * @return its standard output and standard error, in the order in which it wrote them
     * @throws IOException if the file that keeps it cannot be read
     */
    public String output() throws IOException {
        return Files.readString(output);
    }
}
