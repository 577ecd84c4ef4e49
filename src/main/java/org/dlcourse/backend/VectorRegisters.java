package org.dlcourse.backend;

import jdk.incubator.vector.FloatVector;

/** The processor's vector registers, as far as Java may compute on them. */
final class VectorRegisters {
    static final String MODULE = "jdk.incubator.vector";

    private static final int MOST_LANES = 16;

    private VectorRegisters() {}

    /** Whether this process was started with {@value #MODULE}. */
    static boolean mayBeUsed() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    /**
     * How many floats a register holds, at most {@value #MOST_LANES}; 0 where Java does not compute on them fast: in a process
     * without {@value #MODULE}, and on x86 processors without AVX2.
     */
    static int lanes() {
        // Java's types are behind another class, which cannot be loaded without them.
        return mayBeUsed() ? Registers.lanes() : 0;
    }

    private static final class Registers {
        static int lanes() {
            int lanes = Math.min(MOST_LANES, FloatVector.SPECIES_PREFERRED.length());
            return lanes >= (System.getProperty("os.arch").equals("aarch64") ? 4 : 8) ? lanes : 0;
        }
    }
}
