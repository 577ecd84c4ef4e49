package org.dlcourse.report;

/** On which rung an assertion stands: what kind of bound its tolerance is. */
public enum Exactness {
    /** Double precision on a CPU, up to the rounding that is stated. */
    EXACT("exact"),
    /** Single precision, with a bound derived from the number of operations. */
    DERIVED("derived bound"),
    /** Trainings, with a band over several seeds. */
    STATISTICAL("statistical");

    private final String word;

    Exactness(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
