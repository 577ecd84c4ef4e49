package org.dlcourse.sandbox;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;

/** A worker's processes as a sandbox has started them; {@link Worker} speaks with them. */
interface WorkerProcess {
    /** Standard input of the first process. */
    OutputStream input();

    /** Standard output of the first process. */
    InputStream output();

    /** Standard error of the first process. */
    InputStream errors();

    /** The submission's folder as the processes see it. */
    String submission();

    /** Memory of all processes together. */
    long memoryBytes();

    /** Waits for the end of the first process; its status is 128 and the signal's number where a signal ended it. */
    OptionalInt status(Duration wait) throws InterruptedException;

    /** Whether the system ended a process for the memory that it used, where it says so. */
    boolean ranOutOfMemory();

    /**
     * Ends every process and removes what they left; does nothing the second time.
     *
     * @throws SandboxException if a process cannot be ended
     */
    void end();
}
