package org.dlcourse.report;

/** How a requirement came out of a test session. Only the first is a pass. */
enum Outcome {
    PASSED("passed"),
    FAILED("failed"),
    BROKEN("broken"),
    SKIPPED("skipped"),
    DID_NOT_FINISH("did not finish"),
    NOT_REACHED("not reached"),
    NOT_SELECTED("not selected"),
    NOT_COVERED("not covered yet");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
