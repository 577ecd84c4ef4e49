package org.dlcourse.cluster;

import org.apache.spark.api.java.function.Function;
import org.dlcourse.experiment.Json;

/** Lets an executor say what it computes with. */
record IntroductionTask() implements Function<Integer, Reply> {
    /** So long a core is kept, that the next task goes to another one. */
    private static final long MILLIS = 300;

    @Override
    public Reply call(Integer number) throws InterruptedException {
        Thread.sleep(MILLIS);
        return Reply.trained(
                TrainingTask.place(), Json.write(ExecutorProcess.ofTask().process()));
    }
}
