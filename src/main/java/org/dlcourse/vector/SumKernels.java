package org.dlcourse.vector;

/** Loops over vectors of one width: weighted sums, and what is done to single values. */
interface SumKernels {
    /**
     * Computes weighted sums at one position after another; a position's results go where the last one's went, a vector further.
     *
     * @param groups of sums, whose results follow each other
     * @param start of the first position in {@code from}, in floats as all that follows
     * @param step from one position to the next in {@code from}
     * @param toStart of the first position's first result in {@code to}
     * @param resultStep from one result of a position to the next
     */
    void weightedSums(
            WeightedSums[] groups,
            float[] from,
            int start,
            int step,
            float[] to,
            int toStart,
            int resultStep,
            int positions);

    /** Sets values below zero to zero. */
    void rectify(float[] values, int from, int to);

    /** Replaces values by larger ones, which lie {@code step} floats apart. */
    void largest(float[] from, int start, int step, float[] to, int toStart, int toEnd);
}
