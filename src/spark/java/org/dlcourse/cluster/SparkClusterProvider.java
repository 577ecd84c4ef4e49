package org.dlcourse.cluster;

import org.dlcourse.experiment.ClusterProvider;
import org.dlcourse.experiment.RunExecutor;

/** Clusters of Apache Spark. */
public final class SparkClusterProvider implements ClusterProvider {
    @Override
    public RunExecutor connect(String master) {
        return SparkExecutor.connect(master);
    }
}
