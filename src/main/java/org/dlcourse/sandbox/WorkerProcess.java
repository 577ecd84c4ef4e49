package org.dlcourse.sandbox;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** A worker's processes as a sandbox has started them; {@link Worker} speaks with them. */
interface WorkerProcess {
    /** Standard input of the first process. */
    OutputStream input();

    /** Standard output of the first process. */
    InputStream output();

    /** Standard error of the first process. */
    InputStream errors();

    /** The folders as the processes see them. */
    Places places();

    /** Number of the user that the processes run as, as they see it. */
    long userNumber();

    /** What was left out of the copy of the submission, a sentence each. */
    List<String> remarks();

    /** Memory of all processes together. */
    long memoryBytes();

    /** Waits for the end of the first process; its status is 128 and the signal's number where a signal ended it. */
    OptionalInt status(Duration wait) throws InterruptedException;

    /** Whether the system ended a process for the memory that it used, where it says so; may end the others to get to know. */
    boolean ranOutOfMemory();

    /**
     * Ends every process and removes what they left; does nothing the second time.
     *
     * @throws SandboxException if a process cannot be ended
     */
    void end();
}
