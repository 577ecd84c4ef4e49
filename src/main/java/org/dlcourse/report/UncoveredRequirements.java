package org.dlcourse.report;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dlcourse.report.RequirementCatalogue.Place;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Gives every requirement without a result of its own one that says why: never a pass. */
final class UncoveredRequirements {
    static final String NOT_COVERED = "Not covered yet: no test of this project proves this requirement so far.";
    static final String NOT_SELECTED = "Not selected: it has a test, and this run was asked for others.";
    static final String DID_NOT_FINISH = "Did not finish: its test was started and gave no result.";

    private static final String TESTS = "org.dlcourse.homework";

    private UncoveredRequirements() {}

    /**
     * Writes the results.
     *
     * @param started ids of the requirements whose tests were started
     * @param finished ids of those with a result
     */
    static void write(Set<String> started, Set<String> finished) {
        Set<String> tested = testedIds();
        for (Place place : RequirementCatalogue.load().places()) {
            String id = place.entry().id();
            if (finished.contains(id)) {
                continue;
            }
            if (started.contains(id)) {
                write(place, Status.BROKEN, DID_NOT_FINISH);
            } else if (tested.contains(id)) {
                write(place, Status.SKIPPED, NOT_SELECTED);
            } else {
                write(place, null, NOT_COVERED);
            }
        }
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

    private static void write(Place place, Status status, String message) {
        AllureLifecycle lifecycle = Allure.getLifecycle();
        long now = System.currentTimeMillis();
        TestResult result = new TestResult()
                .setUuid(UUID.randomUUID().toString())
                .setHistoryId("requirement " + place.entry().id())
                .setFullName(place.entry().id())
                .setStatus(status)
                .setStatusDetails(new StatusDetails().setMessage(message))
                .setDescriptionHtml(Html.paragraph(place.entry().asks())
                        + Html.faintParagraph("Must show: " + place.entry().shows()))
                .setStart(now)
                .setStop(now)
                .setLabels(new ArrayList<>(List.of()));
        RequirementLabels.apply(place, result);
        lifecycle.scheduleTestCase(result);
        lifecycle.writeTestCase(result.getUuid());
    }
}
