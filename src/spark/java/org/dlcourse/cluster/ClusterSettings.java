package org.dlcourse.cluster;

import org.apache.spark.SparkConf;
import org.dlcourse.backend.LaunchSettings;

/** What Spark is started with: what the user set as {@code spark.*} properties, and what executors need to compute as this process does. */
final class ClusterSettings {
    static final String WAITING_TIME = "spark.scheduler.maxRegisteredResourcesWaitingTime";

    private static final String JARS = "spark.jars";
    private static final String CLASS_PATH = "spark.executor.extraClassPath";
    private static final String JAVA_OPTIONS = "spark.executor.extraJavaOptions";

    private ClusterSettings() {}

    /** The settings for a cluster. */
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
}
