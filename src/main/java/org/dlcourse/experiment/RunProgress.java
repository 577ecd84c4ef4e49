package org.dlcourse.experiment;

import org.dlcourse.training.TrainingProgress;

/** Receives how far a run has come, wherever it is trained. */
public interface RunProgress extends TrainingProgress {
    /**
     * The training begins with its first step: for the first time, or again after a machine was lost. Threads of this process do not
     * say it.
     *
     * @param place what trains, for people, such as {@code executor 3 on node-7}
     * @param secondsAgo how long ago that was
     */
    void startedOn(String place, double secondsAgo);
}
