package org.dlcourse.vector;

import jdk.incubator.vector.FloatVector;

/** How many vector registers the processor has. */
final class Registers {
    /** AVX-512 and arm64 have 32, AVX2 has 16. */
    static final boolean MANY = FloatVector.SPECIES_PREFERRED.length() >= 16
            || System.getProperty("os.arch").equals("aarch64");

    private Registers() {}
}
