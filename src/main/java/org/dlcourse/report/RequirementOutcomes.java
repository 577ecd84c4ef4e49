package org.dlcourse.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.dlcourse.report.RequirementCatalogue.Place;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Follows a test session and says how every requirement of the catalogue came out of it. */
final class RequirementOutcomes implements TestExecutionListener {
    private static final String TESTS = "org.dlcourse.homework";

    private final AtomicInteger tests = new AtomicInteger();
    private final Set<String> started = ConcurrentHashMap.newKeySet();
    private final Map<String, Outcome> ended = new ConcurrentHashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            tests.incrementAndGet();
        }
        id(test).ifPresent(started::add);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        id(test).ifPresent(id -> ended.put(
                id,
                switch (result.getStatus()) {
                    case SUCCESSFUL -> Outcome.PASSED;
                    case ABORTED -> Outcome.SKIPPED;
                    case FAILED ->
                        result.getThrowable()
                                        .filter(AssertionError.class::isInstance)
                                        .isPresent()
                                ? Outcome.FAILED
                                : Outcome.BROKEN;
                }));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        id(test).ifPresent(id -> ended.put(id, Outcome.SKIPPED));
    }

    /** How many tests were started, those of the harness among them. */
    int tests() {
        return tests.get();
    }

    /** The outcome of each requirement, in the catalogue's order. */
    Map<Place, Outcome> of(RequirementCatalogue catalogue) {
        Set<String> tested = testedIds();
        Map<Place, Outcome> outcomes = new LinkedHashMap<>();
        for (Place place : catalogue.places()) {
            outcomes.put(place, outcome(place.entry().id(), tested));
        }
        return outcomes;
    }

    /** The counts in words, such as {@code 2 passed, 48 not covered yet, of 50}. */
    static String summary(Map<Place, Outcome> outcomes) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        outcomes.values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome == Outcome.PASSED || counts.containsKey(outcome))
                .map(outcome -> counts.getOrDefault(outcome, 0) + " " + outcome)
                .collect(Collectors.joining(", ", "", ", of " + outcomes.size()));
    }

    /** The ids that tests on the class path name. */
    static Set<String> testedIds() {
        return ReflectionSupport.findAllClassesInPackage(TESTS, type -> true, name -> true).stream()
                .flatMap(type ->
                        AnnotationSupport.findAnnotatedMethods(type, Requirement.class, HierarchyTraversalMode.TOP_DOWN)
                                .stream())
                .map(method -> method.getAnnotation(Requirement.class).value())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Outcome outcome(String id, Set<String> tested) {
        if (ended.containsKey(id)) {
            return ended.get(id);
        }
        if (started.contains(id)) {
            return Outcome.DID_NOT_FINISH;
        }
        return tested.contains(id) ? Outcome.NOT_SELECTED : Outcome.NOT_COVERED;
    }

    private static Optional<String> id(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod())
                .flatMap(method -> AnnotationSupport.findAnnotation(method, Requirement.class))
                .map(Requirement::value);
    }
}
