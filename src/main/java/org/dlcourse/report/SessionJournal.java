package org.dlcourse.report;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down at once what happens to each requirement in a test session, so that it is known when the session breaks off.
 *
 * <p>A line is a requirement's id, a blank and {@link #SELECTED}, {@link #STARTED} or the name of an {@link Outcome}; the last
 * line of a session that came to its end is {@link #END}.
 */
final class SessionJournal implements TestExecutionListener {
    static final String SELECTED = "selected";
    static final String STARTED = "started";
    static final String END = "end";

    private final PrintStream journal;
    private final AtomicInteger tests = new AtomicInteger();

    SessionJournal(OutputStream journal) {
        this.journal = new PrintStream(journal, true, StandardCharsets.UTF_8);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .forEach(test -> write(test, SELECTED));
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            tests.incrementAndGet();
        }
        write(test, STARTED);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Outcome outcome =
                switch (result.getStatus()) {
                    case SUCCESSFUL -> Outcome.PASSED;
                    case ABORTED -> Outcome.SKIPPED;
                    case FAILED ->
                        result.getThrowable()
                                        .filter(AssertionError.class::isInstance)
                                        .isPresent()
                                ? Outcome.FAILED
                                : Outcome.BROKEN;
                };
        write(test, outcome.name());
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        write(test, Outcome.SKIPPED.name());
    }

    /** Says that the session came to its end. */
    void end() {
        write(END);
    }

    /** How many tests were started, those of the harness among them. */
    int tests() {
        return tests.get();
    }

    private void write(TestIdentifier test, String event) {
        id(test).ifPresent(id -> write(id + " " + event));
    }

    /** As one write, so that a line is there whole or not at all. */
    private synchronized void write(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        journal.write(bytes, 0, bytes.length);
        journal.flush();
    }

    private static Optional<String> id(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod())
                .flatMap(method -> AnnotationSupport.findAnnotation(method, Requirement.class))
                .map(Requirement::value);
    }
}
