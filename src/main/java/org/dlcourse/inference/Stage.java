package org.dlcourse.inference;

/** One layer, with the activation that follows it. */
interface Stage {
    /** Computes the output from the input, which lie where they always lie. */
    void compute();
}
