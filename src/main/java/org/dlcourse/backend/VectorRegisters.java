package org.dlcourse.backend;

import jdk.incubator.vector.FloatVector;

/** The processor's vector registers, as far as Java may compute on them. */
final class VectorRegisters {
    static final String MODULE = "jdk.incubator.vector";

    private VectorRegisters() {}

    /** Whether this process was started with {@value #MODULE}. */
    static boolean mayBeUsed() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    /** Whether they hold sixteen floats; they do not in a process that was started without {@value #MODULE}. */
    static boolean areWide() {
        // Java's types are behind another class, which cannot be loaded without them.
        return mayBeUsed() && Registers.areWide();
    }

    private static final class Registers {
        static boolean areWide() {
            return FloatVector.SPECIES_PREFERRED.equals(FloatVector.SPECIES_512);
        }
    }
}
