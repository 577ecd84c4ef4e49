package org.dlcourse.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.dlcourse.backend.LaunchSettings;

/** What Spark is started with: what the user set as {@code spark.*} properties, and what executors need to compute as this process does. */
final class ClusterSettings {
    static final String WAITING_TIME = "spark.scheduler.maxRegisteredResourcesWaitingTime";

    private static final String OF_THIS_PROCESS = "local-cluster[";
    private static final String HOME = "SPARK_HOME";
    private static final String JARS = "spark.jars";
    private static final String CLASS_PATH = "spark.executor.extraClassPath";
    private static final String JAVA_OPTIONS = "spark.executor.extraJavaOptions";

    private ClusterSettings() {}

    /**
     * The settings for a cluster.
     *
     * @throws IllegalStateException if this process is to start the cluster, and there is no Spark to start executors from
     */
    static SparkConf of(String master) {
        SparkConf settings = new SparkConf()
                .setMaster(master)
                .setIfMissing("spark.app.name", "dl-course-harness")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing(WAITING_TIME, "10m")
                // A run that was given up and hangs in native code ends with its executor, or it would keep a core for
                // ever.
                .setIfMissing("spark.task.reaper.enabled", "true")
                .setIfMissing("spark.task.reaper.killTimeout", "2m");
        if (master.startsWith(OF_THIS_PROCESS)) {
            requireHome(master);
            // Where Spark's own scripts start a process, they set it.
            settings.setIfMissing("spark.executorEnv.SPARK_SCALA_VERSION", "2.13");
        }
        String options = String.join(" ", LaunchSettings.options());
        settings.set(JAVA_OPTIONS, (options + " " + settings.get(JAVA_OPTIONS, "")).strip());
        for (String variable : LaunchSettings.variables()) {
            String[] parts = variable.split("=", 2);
            settings.setIfMissing("spark.executorEnv." + parts[0], parts[1]);
        }
        if (!settings.contains(JARS) && !settings.contains(CLASS_PATH)) {
            settings.set(JARS, ShippedCode.ofProcess().asSetting());
            // Spark has libraries of other versions than this build, such as Jackson's.
            settings.setIfMissing("spark.executor.userClassPathFirst", "true");
        }
        return settings;
    }

    /** Without it Spark starts no executor and stops, so that the cluster would seem not to answer. */
    private static void requireHome(String master) {
        String home = Optional.ofNullable(System.getenv(HOME)).orElse("");
        if (home.isEmpty() || !Files.isDirectory(Path.of(home, "jars"))) {
            throw new IllegalStateException(
                    "The cluster " + master + " is started by this process, from the jars of an unpacked Spark "
                            + org.apache.spark.package$.MODULE$.SPARK_VERSION()
                            + " for Scala 2.13. Expected: its folder in the environment variable "
                            + HOME + ", with a folder jars in it; found: "
                            + (home.isEmpty() ? "nothing" : home)
                            + ". Set it, give a cluster that runs, such as spark://HOST:PORT, or leave the setting out to train in threads.");
        }
    }
}
