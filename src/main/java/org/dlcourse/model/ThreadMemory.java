package org.dlcourse.model;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Updater;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Memory outside Java's heap that a thread is done with. */
public final class ThreadMemory {
    private ThreadMemory() {}

    /** Frees the workspaces that ND4J keeps for later arrays of this thread, without the garbage collection that ND4J's own method starts. */
    public static void releaseWorkspaces() {
        for (MemoryWorkspace workspace : List.copyOf(Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread())) {
            Nd4j.getWorkspaceManager().destroyWorkspace(workspace);
        }
    }

    /**
     * Frees what a network keeps and this thread's workspaces.
     *
     * @param parameters all of them in one array
     * @param gradient likewise, null before the first step
     * @param updater with the optimiser's state, null before the first step
     */
    static void release(INDArray parameters, INDArray gradient, Updater updater) {
        Stream.of(parameters, gradient, updater == null ? null : updater.getStateViewArray())
                .filter(array -> array != null && array.closeable())
                .forEach(INDArray::close);
        releaseWorkspaces();
    }
}
