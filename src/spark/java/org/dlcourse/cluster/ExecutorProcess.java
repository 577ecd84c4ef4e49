package org.dlcourse.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.Examples;
import org.dlcourse.experiment.TrainingProcess;
import org.dlcourse.training.TrainingData;

/** What the tasks in one executor's process share: the backend, and the examples of the last data that any of them asked for. */
final class ExecutorProcess {
    /** Spark gives tasks nothing else to keep what belongs to their process. */
    private static final ExecutorProcess THIS = new ExecutorProcess();

    private final TrainingProcess process = TrainingProcess.ofThisOne();
    private final Map<String, Examples> examples = new HashMap<>();

    private ExecutorProcess() {}

    static ExecutorProcess ofTask() {
        return THIS;
    }

    TrainingProcess process() {
        return process;
    }

    /** The data, fetched by the first task that needs them. */
    synchronized TrainingData of(SharedData shared) {
        List<String> needed =
                shared.examples().stream().map(SharedExamples::sha256).toList();
        examples.keySet().retainAll(needed);
        return shared.here(set -> {
            // Not computeIfAbsent: why it failed is to be told again to the next one.
            Examples here = examples.get(set.sha256());
            if (here == null) {
                here = set.here();
                examples.put(set.sha256(), here);
            }
            return here;
        });
    }
}
