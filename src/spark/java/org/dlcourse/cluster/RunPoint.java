package org.dlcourse.cluster;

import java.io.Serializable;

/**
 * How far a run has come.
 *
 * @param attempt number of what the driver handed over, from 1
 * @param place what trains
 * @param seconds since its training began
 * @param epoch the current epoch, from 1; 0 if no point was recorded yet
 * @param step steps done
 * @param steps steps of the whole run
 * @param loss the step's training loss
 */
record RunPoint(long attempt, String place, double seconds, int epoch, int step, int steps, double loss)
        implements Serializable {
    /** Before the first one. */
    static final RunPoint NONE = new RunPoint(0, "", 0, 0, 0, 0, 0);
}
