package org.dlcourse.backend;

import jdk.incubator.vector.FloatVector;

/** The processor's vector registers, as far as Java may compute on them. */
final class VectorRegisters {
    private static final String MODULE = "jdk.incubator.vector";

    private VectorRegisters() {}

    /** How many floats a register holds; 0 in a process that was started without {@value #MODULE}. */
    static int floats() {
        // Java's types are behind another class, which cannot be loaded without them.
        return ModuleLayer.boot().findModule(MODULE).isPresent() ? Registers.floats() : 0;
    }

    private static final class Registers {
        static int floats() {
            return FloatVector.SPECIES_PREFERRED.length();
        }
    }
}
