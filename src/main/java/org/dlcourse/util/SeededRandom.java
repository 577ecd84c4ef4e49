package org.dlcourse.util;

import java.util.Random;

/**
 * Independent streams of random numbers from one seed.
 *
 * <p>Each purpose (a split, an initialisation, an epoch's order) has a stream of its own, so that using one more number
 * in one place changes no other. {@link Random}'s algorithm is fixed by its specification, so a stream is the same on
 * every Java platform and version.
 */
public final class SeededRandom {
    private SeededRandom() {}

    /** The stream of this seed for this purpose. */
    public static Random of(long seed, String purpose) {
        String hex = new Sha256().add(seed + "/" + purpose).hex();
        return new Random(Long.parseUnsignedLong(hex, 0, 16, 16));
    }

    /** The numbers from 0 to {@code count - 1} in random order (Fisher and Yates). */
    public static int[] permutation(int count, Random random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
