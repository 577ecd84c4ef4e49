package org.dlcourse.report;

/** Three requirements, in the order of their names; the second ends its process at once. Not run by the build itself. */
final class CrashingRequirements {
    @Requirement("CONV-1")
    void first(Evidence evidence) {
        evidence.conclusion("It is so.");
        evidence.answer("Is it so?", "It is so.");
    }

    @Requirement("CONV-2")
    void second(Evidence evidence) {
        evidence.answer("Is it so?", "Nobody will know.");
        // As a crash in native code or a kill: no listener, no hook and no finally block sees it.
        Runtime.getRuntime().halt(9);
    }

    @Requirement("CONV-3")
    void third(Evidence evidence) {
        evidence.answer("Is it so?", "Nobody will ask.");
    }
}
