package org.dlcourse.report;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.util.List;
import java.util.Set;
import org.dlcourse.report.RequirementCatalogue.Place;

/** How a requirement's result is labelled, so that the report's tree is handout, part, requirement. */
final class RequirementLabels {
    private static final String ID = "requirement";
    private static final Set<String> REPLACED = Set.of("epic", "feature", "story");

    private RequirementLabels() {}

    static String name(Place place) {
        return place.entry().id() + " · " + place.entry().title();
    }

    static void apply(Place place, TestResult result) {
        result.setName(name(place));
        result.getLabels().removeIf(label -> REPLACED.contains(label.getName()));
        result.getLabels()
                .addAll(List.of(
                        ResultsUtils.createEpicLabel(place.homework().title()),
                        ResultsUtils.createFeatureLabel(place.part().title()),
                        ResultsUtils.createTagLabel(place.entry().id()),
                        ResultsUtils.createTagLabel(place.homework().id()),
                        new Label().setName(ID).setValue(place.entry().id())));
    }

    static boolean isRequirement(TestResult result) {
        return result.getLabels().stream().anyMatch(label -> label.getName().equals(ID));
    }
}
