package org.dlcourse.model;

import java.util.List;
import java.util.stream.Stream;
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

    /** Frees those of these arrays that are there and own their memory. */
    static void release(INDArray... arrays) {
        Stream.of(arrays).filter(array -> array != null && array.closeable()).forEach(INDArray::close);
    }
}
