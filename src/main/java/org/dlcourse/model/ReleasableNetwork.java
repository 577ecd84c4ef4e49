package org.dlcourse.model;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * A network whose {@code close} frees its arrays and no more. DL4J's own also has Java collect its garbage twice, which stops all threads and
 * takes longer than the training of a small network.
 */
final class ReleasableNetwork extends MultiLayerNetwork {
    private static final long serialVersionUID = 1;

    ReleasableNetwork(MultiLayerConfiguration configuration) {
        super(configuration);
    }

    @Override
    public void close() {
        ThreadMemory.release(flattenedParams, flattenedGradients, getUpdater(false));
    }
}
