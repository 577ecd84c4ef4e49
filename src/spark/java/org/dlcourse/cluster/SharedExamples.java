package org.dlcourse.cluster;

import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.Targets;

/** Examples that all executors can have. */
record SharedExamples(String sha256, SharedArray features, SharedTargets targets) implements Serializable {
    private sealed interface SharedTargets extends Serializable {
        Targets here();

        void destroy();
    }

    private record SharedClasses(Broadcast<int[]> labels, int classes) implements SharedTargets {
        @Override
        public Targets here() {
            return new Targets.Classes(labels.value(), classes);
        }

        @Override
        public void destroy() {
            labels.destroy();
        }
    }

    private record SharedNumbers(SharedArray values) implements SharedTargets {
        @Override
        public Targets here() {
            return new Targets.Numbers(values.here());
        }

        @Override
        public void destroy() {
            values.destroy();
        }
    }

    static SharedExamples of(JavaSparkContext spark, Examples examples) {
        SharedTargets targets = examples.targets() instanceof Targets.Numbers numbers
                ? new SharedNumbers(SharedArray.of(spark, numbers.values()))
                : new SharedClasses(spark.broadcast(examples.labels()), examples.classes());
        return new SharedExamples(examples.sha256(), SharedArray.of(spark, examples.features()), targets);
    }

    /**
     * The examples in this process.
     *
     * @throws org.dlcourse.dataset.DataException if they were changed on the way
     */
    Examples here() {
        return Examples.arrived(features.here(), targets.here(), sha256);
    }

    /** Removes them from all machines. */
    void destroy() {
        features.destroy();
        targets.destroy();
    }
}
