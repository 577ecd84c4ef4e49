package org.dlcourse.training;

/** Receives how far a run has come. Called by the thread that trains. */
@FunctionalInterface
public interface TrainingProgress {
    /** Does nothing. */
    TrainingProgress SILENT = (epoch, step, steps, loss) -> {};

    /**
     * A point was recorded.
     *
     * @param epoch the current epoch, from 1
     * @param step steps done
     * @param steps steps of the whole run
     * @param loss the step's training loss
     */
    void recorded(int epoch, int step, int steps, double loss);
}
