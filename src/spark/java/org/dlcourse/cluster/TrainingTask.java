package org.dlcourse.cluster;

import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.resource.ResourceInformation;
import org.apache.spark.util.Utils;
import org.dlcourse.experiment.Json;
import org.dlcourse.experiment.RunRequest;
import org.dlcourse.experiment.TrainedRun;
import org.dlcourse.training.TrainingProgress;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains one network in an executor.
 *
 * <p>A run that fails by itself would fail again, so its failure is a result like any other, which Spark does not repeat. What Spark
 * repeats is a task whose process was lost.
 */
record TrainingTask(byte[] request, SharedData data, LastPoint last) implements Function<Long, Reply> {
    @Override
    public Reply call(Long attempt) throws Exception {
        TaskContext task = TaskContext.get();
        String place = place();
        try {
            return Reply.trained(place, Json.write(trained(attempt, task, place)));
        } catch (Throwable e) {
            // Errors too: native code that does not load, or memory.
            if (task.isInterrupted()) {
                throw e;
            }
            return Reply.failed(place, e);
        }
    }

    private TrainedRun trained(long attempt, TaskContext task, String place) {
        long start = System.nanoTime();
        last.add(new RunPoint(attempt, place, 0, 0, 0, 0, 0));
        ResourceInformation gpu = task.resourcesJMap().get("gpu");
        if (gpu != null) {
            Nd4j.getAffinityManager().unsafeSetDevice(Integer.valueOf(gpu.addresses()[0]));
        }
        TrainingProgress progress = (epoch, step, steps, loss) -> {
            if (task.isInterrupted()) {
                throw new IllegalStateException("The run was given up.");
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            last.add(new RunPoint(attempt, place, seconds, epoch, step, steps, loss));
        };
        ExecutorProcess executor = ExecutorProcess.ofTask();
        return executor.process().train(executor.of(data), Json.read(request, RunRequest.class), progress);
    }

    static String place() {
        return "executor " + SparkEnv.get().executorId() + " at " + Utils.localHostName();
    }
}
