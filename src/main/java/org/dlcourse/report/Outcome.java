package org.dlcourse.report;

import io.qameta.allure.model.Status;
import java.util.Arrays;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;

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

    /** How a test came out that was run. */
    static Outcome of(TestExecutionResult result) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> PASSED;
            case ABORTED -> SKIPPED;
            case FAILED ->
                result.getThrowable().filter(AssertionError.class::isInstance).isPresent() ? FAILED : BROKEN;
        };
    }

    /** How a test came out that was run or skipped, by what Allure says of it. */
    static Outcome of(Status status) {
        return switch (status) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case BROKEN -> BROKEN;
            case SKIPPED -> SKIPPED;
        };
    }

    /** The outcome that these words stand for, if they do. */
    static Optional<Outcome> ofWords(String words) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.words.equals(words))
                .findFirst();
    }

    /** The words that stand for it in files and on pages. */
    @Override
    public String toString() {
        return words;
    }
}
