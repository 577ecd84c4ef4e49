package org.dlcourse.training;

import java.util.Random;
import org.dlcourse.util.SeededRandom;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The randomness of a network's own layers, such as dropout, in training: before each step, ND4J's generator is given a seed that
 * depends on the run's seed and the number of the step alone.
 *
 * <p>ND4J has a generator for each thread, so that networks that are trained side by side do not disturb each other, and networks that
 * take turns in one thread do not either.
 */
final class StepNoise {
    private final Random seeds;

    StepNoise(long seed) {
        this.seeds = SeededRandom.of(seed, "noise of each step");
    }

    /** To be called by the thread that takes the step. */
    void beginStep() {
        // An odd number, because 0 means "no seed" to ND4J.
        Nd4j.getRandom().setSeed(seeds.nextLong() | 1);
    }
}
