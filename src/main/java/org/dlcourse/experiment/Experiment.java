package org.dlcourse.experiment;

/**
 * Something to find out by training networks. Experiments that are equal give the same result, so they are records.
 *
 * @param <R> what is found
 */
public interface Experiment<R> {
    /** Does the experiment with the laboratory's settings and runs. */
    R conduct(Laboratory laboratory);
}
