package org.dlcourse.model;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** A graph whose {@code close} frees its arrays and no more, as {@link ReleasableNetwork}'s does. */
final class ReleasableGraph extends ComputationGraph {
    private static final long serialVersionUID = 1;

    ReleasableGraph(ComputationGraphConfiguration configuration) {
        super(configuration);
    }

    @Override
    public void close() {
        ThreadMemory.release(flattenedParams, flattenedGradients, getUpdater(false));
    }
}
