package org.dlcourse.sandbox;

import java.nio.file.Path;
import java.util.List;
import org.dlcourse.settings.Isolation;

/** A way to run code that nobody trusts. */
public interface Sandbox {
    /** Which of the ways it is. */
    Isolation isolation();

    /** What isolates the code, as a report says it. */
    String description();

    /** What the code can do all the same, a phrase each. */
    List<String> doesNotStop();

    /** Tries on this machine whether it does what it claims; takes less than some seconds. */
    SelfTest selfTest();

    /**
     * Starts a worker on a copy of a submission and waits until it is ready; none of the submission's code has run then.
     *
     * @param command the worker's program
     * @param submission folder that was handed in; symbolic links in it are left out
     * @param limits what all of its processes may use
     * @throws SandboxException if it cannot be started, which says nothing about the submission
     */
    Worker start(WorkerCommand command, Path submission, Limits limits);
}
