package org.dlcourse.experiment;

import java.util.Set;

/** Who wants to know which experiments were asked for, and which runs their results rest on. */
public interface ExperimentObserver {
    /** An experiment is asked for, by a test or by another experiment. */
    void asked(Class<?> experiment);

    /**
     * The result of an experiment is there.
     *
     * @param keys of all runs that it rests on, those of the experiments that it asked for among them
     */
    void rested(Set<String> keys);
}
