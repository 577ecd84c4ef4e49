package org.dlcourse.bench.libtorch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The same training as TrainingWorkload with libtorch: one line a workload, its name and the milliseconds of a step, the evaluations
 * among them.
 */
public final class LibtorchWorkload {
    private static final int WARM_UP = 3;

    private LibtorchWorkload() {}

    /** Runs those whose names are given, or all. */
    public static void main(String[] names) {
        Map<String, Workload> all = Workload.all();
        Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(1);
        if (List.of(names).equals(List.of("start-up"))) {
            try (Training training = new Training(all.get("tutorial batch 4"))) {
                training.seconds(1);
            }
            return;
        }
        for (String name : names.length == 0 ? List.copyOf(all.keySet()) : List.of(names)) {
            Workload workload = all.get(name);
            try (Training training = new Training(workload)) {
                // As on our side.
                training.seconds(WARM_UP * workload.steps());
                double shorter = training.seconds(workload.steps() / 2);
                double longer = training.seconds(workload.steps() / 2 + workload.steps());
                System.out.printf(Locale.ROOT, "%s\t%.4f%n", name, 1e3 * (longer - shorter) / workload.steps());
            }
        }
    }
}
