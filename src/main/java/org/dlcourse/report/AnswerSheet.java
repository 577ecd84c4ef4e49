package org.dlcourse.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.grading.SubmittedAnswers;
import org.dlcourse.report.RequirementCatalogue.Entry;
import org.dlcourse.sandbox.SandboxException;

/**
 * A submission's answers to the questions of all handouts, and the marks that a person gave for them.
 *
 * @param answers untrusted texts by requirement
 * @param problems with the file, a sentence each
 * @param marks given so far
 * @param failure why the answers could not be read
 */
record AnswerSheet(Map<String, String> answers, List<String> problems, Marks marks, Optional<String> failure) {
    AnswerSheet {
        answers = Map.copyOf(answers);
        problems = List.copyOf(problems);
    }

    /** Without any answer. */
    static AnswerSheet empty() {
        return new AnswerSheet(Map.of(), List.of(), Marks.none(), Optional.empty());
    }

    /** Reads a submission; where that fails, the sheet says so to each requirement that would be marked. */
    static AnswerSheet of(Submission submission, Marks marks, RequirementCatalogue catalogue) {
        List<String> ids =
                catalogue.places().stream().map(place -> place.entry().id()).toList();
        try {
            Optional<SubmittedAnswers> answers = submission.files().answers();
            return new AnswerSheet(
                    answers.map(one -> one.byRequirement(ids)).orElse(Map.of()),
                    answers.map(one -> one.problems(ids)).orElse(List.of()),
                    marks,
                    Optional.empty());
        } catch (SubmissionException | SandboxException e) {
            return new AnswerSheet(Map.of(), List.of(), marks, Optional.of(e.getMessage()));
        }
    }

    /**
     * The page of a requirement's answer.
     *
     * @return empty if there is none, nor marks for it
     */
    Optional<AnswerPage> page(Entry entry) {
        Optional<String> answer = Optional.ofNullable(answers.get(entry.id()));
        Optional<Marks.Given> mark = marks.of(entry.id());
        return answer.isEmpty() && mark.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnswerPage(entry, answer, mark, problems));
    }
}
