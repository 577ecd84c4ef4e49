package org.dlcourse.report;

/** What kind of evidence an assertion gives: what its bound is derived from. */
public enum EvidenceKind {
    /** Double precision on a CPU, up to the rounding that is stated. */
    EXACT("exact"),
    /** Single precision, with a bound on rounding derived from the number of operations. */
    ROUNDING_BOUND("rounding bound"),
    /** Trainings, with a bound over several seeds or examples. */
    STATISTICAL("statistical");

    private final String word;

    EvidenceKind(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
