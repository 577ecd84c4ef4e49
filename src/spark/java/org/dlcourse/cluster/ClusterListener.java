package org.dlcourse.cluster;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.cluster.ExecutorInfo;
import org.dlcourse.experiment.RunFailedException;
import org.dlcourse.experiment.RunProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.jdk.javaapi.CollectionConverters;

/** Hears from Spark which executors there are, and how far their runs have come. */
final class ClusterListener extends SparkListener {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterListener.class);
    private static final String GPUS_OF_TASK = "spark.task.resource.gpu.amount";

    private final int coresOfTask;
    private final double gpusOfTask;
    private final Map<String, Integer> networksByExecutor = new ConcurrentHashMap<>();
    private final Map<Long, Followed> runs = new ConcurrentHashMap<>();

    ClusterListener(SparkConf settings) {
        this.coresOfTask = settings.getInt("spark.task.cpus", 1);
        this.gpusOfTask = settings.getDouble(GPUS_OF_TASK, 0);
    }

    /** A run whose progress is passed on, and where it is trained; told by one thread alone. */
    private static final class Followed {
        private final RunProgress progress;
        private String place = "";

        Followed(RunProgress progress) {
            this.progress = progress;
        }

        void tell(RunPoint point) {
            if (!point.place().equals(place)) {
                place = point.place();
                progress.startedOn(place, point.seconds());
            }
            if (point.step() > 0) {
                progress.recorded(point.epoch(), point.step(), point.steps(), point.loss());
            }
        }
    }

    /** How many networks all executors together can train at a time. */
    int capacity() {
        return networksByExecutor.values().stream().mapToInt(Integer::intValue).sum();
    }

    int executors() {
        return networksByExecutor.size();
    }

    void follow(long attempt, RunProgress progress) {
        runs.put(attempt, new Followed(progress));
    }

    void forget(long attempt) {
        runs.remove(attempt);
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        networksByExecutor.put(added.executorId(), networks(added.executorInfo()));
    }

    private int networks(ExecutorInfo executor) {
        int byCores = executor.totalCores() / coresOfTask;
        if (gpusOfTask == 0) {
            return byCores;
        }
        int gpus = CollectionConverters.asJava(executor.resourcesInfo()).values().stream()
                .filter(resource -> resource.name().equals("gpu"))
                .mapToInt(resource -> resource.addresses().length)
                .sum();
        return Math.min(byCores, (int) (gpus / gpusOfTask));
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        networksByExecutor.remove(removed.executorId());
        LOG.warn(
                "Executor {} is gone ({}), and {} are left; what it trained is trained again.",
                removed.executorId(),
                removed.reason(),
                executors());
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate heartbeat) {
        CollectionConverters.asJava(heartbeat.accumUpdates()).stream()
                .flatMap(task -> CollectionConverters.asJava(task._4()).stream())
                .map(AccumulableInfo::update)
                .filter(update -> update.isDefined() && update.get() instanceof RunPoint)
                .map(update -> (RunPoint) update.get())
                .forEach(this::tell);
    }

    private void tell(RunPoint point) {
        Followed run = runs.get(point.attempt());
        if (run != null) {
            try {
                run.tell(point);
            } catch (RunFailedException e) {
                // Given up: the thread that waits for it, and cancels it in a moment, says so.
                forget(point.attempt());
            }
        }
    }
}
