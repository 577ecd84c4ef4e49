package org.dlcourse.report;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.commons.util.ReflectionUtils;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down at once what happens to each requirement in a test session, so that it is known when the session breaks off.
 *
 * <p>A line is a requirement's id, a blank and {@link #TESTED}, {@link #SELECTED}, {@link #STARTED} or the name of an {@link
 * Outcome}; the last line of a session that came to its end is {@link #END}. The journal of a session that was killed while ANN-1.2
 * was computed, and what the report makes of it:
 *
 * <pre>
 * ANN-1.1 tested
 * ANN-1.2 tested
 * ANN-1.3 tested
 * ANN-2.1 tested
 * ANN-1.1 selected
 * ANN-1.2 selected
 * ANN-1.3 selected
 * ANN-1.1 started
 * ANN-1.1 PASSED       ANN-1.1 passed
 * ANN-1.2 started      ANN-1.2 did not finish: it was started and has no outcome
 *                      ANN-1.3 not reached: it was selected and not started
 *                      ANN-2.1 not selected: it has a test that this session left out
 * </pre>
 */
final class SessionJournal implements TestExecutionListener {
    static final String TESTED = "tested";
    static final String SELECTED = "selected";
    static final String STARTED = "started";
    static final String END = "end";

    private final PrintStream journal;
    private final AtomicInteger tests = new AtomicInteger();
    private final Map<String, String> selected = new ConcurrentSkipListMap<>();
    /** Null before the first plan. */
    private volatile TestPlan plan;

    SessionJournal(OutputStream journal) {
        this.journal = new PrintStream(journal, true, StandardCharsets.UTF_8);
    }

    /** Records which requirements have a test, before any is selected. */
    void tested(Collection<String> ids) {
        ids.forEach(id -> write(id + " " + TESTED));
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        this.plan = plan;
        plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .forEach(this::selected);
    }

    private void selected(TestIdentifier test) {
        write(test, SELECTED);
        test.getSource().ifPresent(source -> RequirementIds.of(source)
                .ifPresent(id -> selected.put(id, methodOf((MethodSource) source))));
    }

    private static String methodOf(MethodSource test) {
        return ReflectionUtils.getFullyQualifiedMethodName(test.getJavaClass(), test.getJavaMethod());
    }

    /** The tests of the requirements that were selected, by id, each as {@code class#method(types)}. */
    Map<String, String> selected() {
        return Collections.unmodifiableMap(selected);
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
        write(test, Outcome.of(result).name());
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        write(test, Outcome.SKIPPED.name());
        // A class that is skipped, with all that is in it.
        plan.getDescendants(test).forEach(descendant -> write(descendant, Outcome.SKIPPED.name()));
    }

    /** Records that the session came to its end. */
    void end() {
        write(END);
    }

    /** How many tests were started, those of the harness among them. */
    int tests() {
        return tests.get();
    }

    private void write(TestIdentifier test, String event) {
        test.getSource().flatMap(RequirementIds::of).ifPresent(id -> write(id + " " + event));
    }

    /** As one write, so that a line is there whole or not at all. */
    private synchronized void write(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        journal.write(bytes, 0, bytes.length);
        journal.flush();
    }
}
