package org.dlcourse.cluster;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.dlcourse.dataset.Examples;
import org.dlcourse.experiment.CodeVersion;
import org.dlcourse.experiment.Json;
import org.dlcourse.experiment.RunExecutor;
import org.dlcourse.experiment.RunProgress;
import org.dlcourse.experiment.RunRequest;
import org.dlcourse.experiment.TrainedRun;
import org.dlcourse.experiment.TrainingProcess;
import org.dlcourse.training.TrainingData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains on the executors of a Spark cluster: each run is a job of one task.
 *
 * <p>Data stay with the executors until runs on other data are asked for; those of one grid are sent once.
 */
final class SparkExecutor implements RunExecutor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("course.training");
    /** Spark's own have 40. */
    private static final int PRIORITY_AT_EXIT = 50;

    private final JavaSparkContext spark;
    private final ClusterListener listener;
    private final LastPoint last = new LastPoint();
    private final CodeVersion code = CodeVersion.ofProcess();
    private final AtomicLong attempts = new AtomicLong();
    /** By executor, in the order in which they introduced themselves; those that are gone stay. */
    private final Map<String, TrainingProcess> processes = new LinkedHashMap<>();

    private final Map<String, SharedExamples> shared = new HashMap<>();

    private SparkExecutor(JavaSparkContext spark, ClusterListener listener) {
        this.spark = spark;
        this.listener = listener;
        spark.sc().register(last, "progress");
    }

    /**
     * Connects to a cluster and waits for its first executors.
     *
     * @throws IllegalStateException if the cluster does not answer, gives no executor, or its executors have other code
     */
    static SparkExecutor connect(String master) {
        SparkConf settings = ClusterSettings.of(master);
        ClusterListener listener = new ClusterListener(settings);
        JavaSparkContext spark = context(master, settings);
        // An executor takes seconds to start, so that none comes before this.
        spark.sc().addSparkListener(listener);
        SparkExecutor executor = new SparkExecutor(spark, listener);
        try {
            new ExecutorWait(spark, listener).await(master);
            executor.introduce(master);
            return executor;
        } catch (RuntimeException e) {
            spark.close();
            throw e;
        }
    }

    private static JavaSparkContext context(String master, SparkConf settings) {
        try {
            JavaSparkContext spark = new JavaSparkContext(settings);
            // Before Spark's own, which first kill the executors that this process started, and then start others for
            // them.
            ShutdownHookManager.get().addShutdownHook(spark::close, PRIORITY_AT_EXIT);
            return spark;
        } catch (Exception e) {
            // Spark's own are checked, and not declared.
            throw new IllegalStateException(
                    "Spark cannot use the cluster " + master + ": " + Failures.firstLine(e)
                            + ". YARN needs -Pspark,spark-yarn and Kubernetes -Pspark,spark-kubernetes beside their own settings;"
                            + " docs/cluster.md has a command for each.",
                    e);
        }
    }

    /** Asks every executor what it computes with. */
    private void introduce(String master) {
        List<Integer> numbers = IntStream.range(0, listener.capacity()).boxed().toList();
        List<Reply> replies;
        try {
            replies = spark.parallelize(numbers, numbers.size())
                    .map(new IntroductionTask())
                    .collect();
        } catch (Exception e) {
            // Spark's own are checked, and not declared.
            throw new IllegalStateException(
                    "The executors of " + master + " cannot train: " + Failures.firstLine(e), e);
        }
        replies.forEach(reply -> introduced(reply.place(), Json.read(reply.trained(), TrainingProcess.class)));
        LOG.info("{}: {} networks at a time, on {}", master, listener.capacity(), inWords(listener.executors()));
    }

    private static String inWords(int executors) {
        return executors == 1 ? "1 executor" : executors + " executors";
    }

    private synchronized void introduced(String place, TrainingProcess process) {
        if (!process.identity().code().equals(code)) {
            throw new IllegalStateException("Other code than this process's trains on " + place + ": digest "
                    + process.identity().code().sha256() + " in place of " + code.sha256()
                    + ". Copy this build's jars to the cluster's machines, or leave spark.jars and spark.executor.extraClassPath out:"
                    + " then they are sent.");
        }
        processes.putIfAbsent(place, process);
    }

    @Override
    public int capacity() {
        return listener.capacity();
    }

    @Override
    public synchronized List<TrainingProcess> processes() {
        return List.copyOf(processes.values());
    }

    @Override
    public TrainedRun train(TrainingData data, RunRequest request, RunProgress progress) throws InterruptedException {
        long attempt = attempts.incrementAndGet();
        listener.follow(attempt, progress);
        try {
            // A run that is given up is interrupted in its executor.
            spark.setJobGroup("run " + attempt, request.toString(), true);
            return trained(request, data.sha256(), reply(request, attempt, share(data)));
        } finally {
            listener.forget(attempt);
        }
    }

    private Reply reply(RunRequest request, long attempt, SharedData data) throws InterruptedException {
        JavaFutureAction<List<Reply>> job = spark.parallelize(List.of(attempt), 1)
                .map(new TrainingTask(Json.write(request), data, last))
                .collectAsync();
        try {
            return job.get().get(0);
        } catch (InterruptedException e) {
            job.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw Failures.ofJob(request, e.getCause());
        }
    }

    private TrainedRun trained(RunRequest request, String dataSha256, Reply reply) {
        if (reply.trained() == null) {
            throw Failures.ofTask(request, reply);
        }
        TrainedRun trained = Json.read(reply.trained(), TrainedRun.class);
        introduced(reply.place(), trained.process());
        String expected = trained.process().identity().key(request, dataSha256);
        if (!expected.equals(trained.key())) {
            throw new IllegalStateException(request + " has the key " + trained.key() + " on " + reply.place()
                    + ", and " + expected + " here: the course's own classes, the request or the data differ there.");
        }
        return trained;
    }

    /** The data as tasks get them; what other data had is removed. */
    private synchronized SharedData share(TrainingData data) {
        Set<String> needed = SharedData.sets(data).map(Examples::sha256).collect(Collectors.toSet());
        shared.entrySet().removeIf(entry -> {
            boolean old = !needed.contains(entry.getKey());
            if (old) {
                entry.getValue().destroy();
            }
            return old;
        });
        return SharedData.of(
                data,
                examples -> shared.computeIfAbsent(examples.sha256(), sha256 -> SharedExamples.of(spark, examples)));
    }

    /** Ends the connection, and with it the executors. */
    @Override
    public void close() {
        spark.close();
    }
}
