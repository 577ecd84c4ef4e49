package org.dlcourse.cluster;

import java.time.Duration;
import org.apache.spark.api.java.JavaSparkContext;

/** Waits for a cluster's first executors. */
record ExecutorWait(JavaSparkContext spark, ClusterListener listener) {
    private static final long INTERVAL_MILLIS = 200;
    /** Executors that start together do not register together. */
    private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();

    /**
     * Returns when there are executors, and none has come for two seconds.
     *
     * @throws IllegalStateException if the cluster does not answer, or there is none within the time that Spark's settings give
     */
    void await(String master) {
        String limit = spark.getConf().get(ClusterSettings.WAITING_TIME);
        long end = System.nanoTime()
                + Duration.ofSeconds(spark.getConf().getTimeAsSeconds(ClusterSettings.WAITING_TIME))
                        .toNanos();
        int seen = 0;
        long since = System.nanoTime();
        while (seen == 0 || System.nanoTime() - since < QUIET_NANOS) {
            if (spark.sc().isStopped()) {
                throw new IllegalStateException(
                        "The cluster " + master + " does not answer. Expected the address of its master,"
                                + " which runs the same version of Spark, " + spark.version() + ".");
            }
            if (seen == 0 && System.nanoTime() > end) {
                throw new IllegalStateException("The cluster " + master + " gave no executor within " + limit
                        + ". Its machines are taken, or an executor asks for more than one has: "
                        + spark.getConf().get("spark.executor.memory", "1g")
                        + " of memory and " + spark.getConf().get("spark.executor.cores", "all")
                        + " cores (-Dspark.executor.memory, -Dspark.executor.cores). -D" + ClusterSettings.WAITING_TIME
                        + "=1h waits longer.");
            }
            if (listener.executors() != seen) {
                seen = listener.executors();
                since = System.nanoTime();
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the cluster's executors were awaited", e);
        }
    }
}
