package org.dlcourse.grading;

import org.dlcourse.sandbox.Verdict;

/** A student's code gave no result that can be judged. */
public final class SubmissionException extends RuntimeException {
    private final Verdict verdict;

    public SubmissionException(Verdict verdict, String reason) {
        super(verdict + ": " + reason);
        this.verdict = verdict;
    }

    /** What came of the request. */
    public Verdict verdict() {
        return verdict;
    }
}
