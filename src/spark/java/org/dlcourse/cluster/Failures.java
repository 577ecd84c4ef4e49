package org.dlcourse.cluster;

import org.dlcourse.experiment.RunFailedException;
import org.dlcourse.experiment.RunRequest;

/** Why a run on a cluster gave no result. */
final class Failures {
    private Failures() {}

    /** The run failed by itself. */
    static RunFailedException ofTask(RunRequest request, Reply reply) {
        String advice = reply.outOfMemory()
                ? " Give executors more memory (-Dspark.executor.memory=4g; what is native comes on top) or let each train fewer networks"
                        + " at a time (-Dspark.executor.cores=1)."
                : "";
        String what = reply.outOfMemory() ? " ran out of memory on " : " failed on ";
        return new RunFailedException(
                request + what + reply.place() + " (" + reply.failure() + "). The other runs went on and are kept."
                        + advice,
                null);
    }

    /** Spark gave the run up, because it lost the executors that trained it or because the connection ended. */
    static RunFailedException ofJob(RunRequest request, Throwable cause) {
        return new RunFailedException(
                request + " was not trained to its end on the cluster: " + firstLine(cause)
                        + " The runs that were finished are kept; the same command goes on with the others.",
                cause);
    }

    /** What Spark says before it prints where in its own code that was. */
    static String firstLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.lines().findFirst().orElse(message).strip();
    }
}
