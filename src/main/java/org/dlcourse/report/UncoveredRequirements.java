package org.dlcourse.report;

import io.qameta.allure.Allure;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.dlcourse.report.RequirementCatalogue.Place;

/** Gives every requirement without a result of its own one that says why: never a pass. */
final class UncoveredRequirements {
    private UncoveredRequirements() {}

    static void write(Map<Place, Outcome> outcomes) {
        outcomes.forEach((place, outcome) -> {
            switch (outcome) {
                case NOT_COVERED ->
                    write(
                            place,
                            outcome,
                            null,
                            "Not covered yet: no test of this project proves this requirement so far.");
                case NOT_SELECTED ->
                    write(
                            place,
                            outcome,
                            Status.SKIPPED,
                            "Not selected: it has a test, and this run was asked for others.");
                case DID_NOT_FINISH ->
                    write(
                            place,
                            outcome,
                            Status.BROKEN,
                            "Did not finish: its test was started, and the tests' process ended before it gave a result"
                                    + " (a crash, a kill, or no memory left).");
                case NOT_REACHED ->
                    write(
                            place,
                            outcome,
                            Status.SKIPPED,
                            "Not reached: it was selected, and its test was never started.");
                default -> {
                    // Its test gave a result.
                }
            }
        });
    }

    /** A result without a status is shown as unknown. */
    private static void write(Place place, Outcome outcome, Status status, String message) {
        long now = System.currentTimeMillis();
        TestResult result = new TestResult()
                .setUuid(UUID.randomUUID().toString())
                .setHistoryId("requirement " + place.entry().id())
                .setFullName(place.entry().id())
                .setStatus(status)
                .setStatusDetails(new StatusDetails().setMessage(message))
                .setStart(now)
                .setStop(now)
                .setLabels(new ArrayList<>());
        RequirementLabels.apply(place, outcome, result);
        Allure.getLifecycle().scheduleTestCase(result);
        Allure.getLifecycle().writeTestCase(result.getUuid());
    }
}
