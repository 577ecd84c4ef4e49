package org.dlcourse.report;

import io.qameta.allure.model.Status;
import java.util.Arrays;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;

/** The outcome of a requirement in a test session. Only the first is a pass. */
enum Outcome {
    PASSED("passed"),
    SHOWN_AT_FULL_SCALE_ONLY("shown at full scale only"),
    MARKED("marked by a person"),
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

    /** The outcome of a test that was run. */
    static Outcome of(TestExecutionResult result) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> PASSED;
            case ABORTED -> result.getThrowable().flatMap(Outcome::ofAborted).orElse(SKIPPED);
            case FAILED ->
                result.getThrowable().filter(AssertionError.class::isInstance).isPresent() ? FAILED : BROKEN;
        };
    }

    /** The outcome of a test that ended itself for this reason; none if it was only skipped. */
    static Optional<Outcome> ofAborted(Throwable reason) {
        if (reason instanceof ShownAtFullScaleOnlyException) {
            return Optional.of(SHOWN_AT_FULL_SCALE_ONLY);
        }
        return reason instanceof MarkedByAPersonException ? Optional.of(MARKED) : Optional.empty();
    }

    /** The outcome of a test that was run or skipped, by its status in Allure. */
    static Outcome of(Status status) {
        return switch (status) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case BROKEN -> BROKEN;
            case SKIPPED -> SKIPPED;
        };
    }

    /** Whether the requirement's test was run, or would have been but for a condition. */
    boolean isOfThisRun() {
        return this != NOT_SELECTED && this != NOT_REACHED && this != NOT_COVERED;
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
