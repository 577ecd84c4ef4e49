package org.dlcourse.grading;

import org.dlcourse.sandbox.Reply;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.sandbox.Verdict;

/** A student's code gave no result that can be judged. */
public final class SubmissionException extends RuntimeException {
    private final Verdict verdict;

    public SubmissionException(Verdict verdict, String reason) {
        super(verdict + ": " + reason);
        this.verdict = verdict;
    }

    /** A result that is wrong in a way that no number measures, such as its shape. */
    public static SubmissionException wrong(String reason) {
        return new SubmissionException(Verdict.WRONG, reason);
    }

    /** What a request without an answer means: the submission's failure, or a {@link SandboxException} where it is not its own. */
    static RuntimeException orOfTheSandbox(Reply.Failed failed) {
        return failed.verdict() == Verdict.NOT_GRADED
                ? new SandboxException(failed.reason())
                : new SubmissionException(failed.verdict(), failed.reason());
    }

    /** What came of the request. */
    public Verdict verdict() {
        return verdict;
    }
}
