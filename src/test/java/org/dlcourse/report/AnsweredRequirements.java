package org.dlcourse.report;

import org.dlcourse.grading.Solutions;

/** A requirement that a submission answers in words, one that it does not, and one that a test judges. Not run by the build itself. */
final class AnsweredRequirements {
    @Requirement("ANN-3.2")
    void isAnswered(Evidence evidence) {
        evidence.conclusion("It is so.");
    }

    @Requirement("ANN-4.2")
    void isNotAnswered(Evidence evidence) {
        evidence.conclusion("It is so.");
    }

    @Requirement("ANN-2.2")
    void isJudged(Solutions solutions, Evidence evidence) {
        evidence.conclusion("There is " + (solutions.submission().isPresent() ? "a" : "no") + " submission.");
    }
}
