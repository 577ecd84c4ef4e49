package org.dlcourse.grading;

import java.util.Optional;
import org.dlcourse.sandbox.Reply;
import org.dlcourse.sandbox.SandboxException;

/** The files of a submission that are no code; they are opened in the sandbox, each kind once. */
public final class SubmittedFiles {
    private final Submission submission;
    /** All null before they are first asked for. */
    private SubmittedResults results;

    private Optional<SubmittedPredictions> predictions;

    private Optional<SubmittedAnswers> answers;

    SubmittedFiles(Submission submission) {
        this.submission = submission;
    }

    /**
     * What the result files of trainings hold, of all parts of a handout.
     *
     * @throws SubmissionException if the files cannot be read within the sandbox's limits
     * @throws SandboxException if the sandbox fails, which says nothing about the student's work
     */
    public synchronized SubmittedResults results() {
        if (results == null) {
            Reply.Answered answer = submission.read("read_results", "results");
            results = SubmittedResults.of(answer.header(), Submission.arrays(answer));
        }
        return results;
    }

    /**
     * The labels that were predicted for test images.
     *
     * @return empty if there is no such file
     * @throws SubmissionException if the file holds no labels
     * @throws SandboxException if the sandbox fails, which says nothing about the student's work
     */
    public synchronized Optional<SubmittedPredictions> predictions() {
        if (predictions == null) {
            Reply.Answered answer = submission.read("read_predictions", "predictions");
            predictions = namesAFile(answer)
                    ? Optional.of(SubmittedPredictions.of(answer.header(), Submission.arrays(answer)))
                    : Optional.empty();
        }
        return predictions;
    }

    /**
     * The answers to the handout's questions.
     *
     * @return empty if there is no such file
     * @throws SubmissionException if the file cannot be read
     * @throws SandboxException if the sandbox fails, which says nothing about the student's work
     */
    public synchronized Optional<SubmittedAnswers> answers() {
        if (answers == null) {
            Reply.Answered answer = submission.read("read_answers", "answers");
            answers = namesAFile(answer) ? Optional.of(SubmittedAnswers.of(answer.header())) : Optional.empty();
        }
        return answers;
    }

    private static boolean namesAFile(Reply.Answered answer) {
        return answer.header().path("file").isTextual();
    }
}
