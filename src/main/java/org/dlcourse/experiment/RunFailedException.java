package org.dlcourse.experiment;

import java.time.Duration;

/** One run gave no result for want of memory or time; the message says which, why and what to do. */
public final class RunFailedException extends RuntimeException {
    /** With a message that says which run failed, why and what to do. */
    public RunFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    static RunFailedException outOfMemory(RunRequest request, OutOfMemoryError cause) {
        return new RunFailedException(
                request + " ran out of memory (" + cause.getMessage() + "). The other runs went on and are kept. Train"
                        + " fewer networks at a time (-Dcourse.workers=1) or give Java more memory (-Xmx).",
                cause);
    }

    static RunFailedException overdue(RunRequest request, Duration limit) {
        return new RunFailedException(
                request + " was given up: it gave no result within " + limit.toSeconds() + " s. The other runs went on"
                        + " and are kept. If it was slow and did not hang, allow more with -Dcourse.run-timeout=48h.",
                null);
    }
}
