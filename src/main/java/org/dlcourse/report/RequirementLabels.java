package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dlcourse.report.RequirementCatalogue.Place;

/**
 * The labels of a requirement's result, written and read here alone: by them the report's tree is handout, part, requirement, and
 * the quality gate knows each requirement's outcome.
 */
final class RequirementLabels {
    private static final String ID = "requirement";
    private static final String OUTCOME = "outcome";
    private static final Set<String> REPLACED =
            Set.of("epic", "feature", "story", "parentSuite", "suite", "subSuite", "package");

    private RequirementLabels() {}

    /** Labels a result, and gives it a page if it has none. */
    static void apply(Place place, Outcome outcome, TestResult result) {
        String handout = place.handout().title();
        String part = TreeTitles.of(
                place.handout().parts().stream()
                        .map(RequirementCatalogue.Part::title)
                        .toList(),
                place.part().title());
        result.setName(place.entry().id() + " · " + place.entry().title());
        result.getLabels()
                .removeIf(label -> REPLACED.contains(label.getName()) || Requirement.TAG.equals(label.getValue()));
        result.getLabels()
                .addAll(List.of(
                        ResultsUtils.createEpicLabel(handout),
                        ResultsUtils.createFeatureLabel(part),
                        ResultsUtils.createParentSuiteLabel(handout),
                        ResultsUtils.createSuiteLabel(part),
                        ResultsUtils.createPackageLabel(TreeTitles.asPackage(handout, part)),
                        ResultsUtils.createTagLabel(place.entry().id()),
                        ResultsUtils.createTagLabel(place.handout().id()),
                        ResultsUtils.createLabel(ID, place.entry().id())));
        if (result.getLabels().stream().noneMatch(label -> label.getName().equals(OUTCOME))) {
            setOutcome(outcome, result);
        }
        if (result.getDescriptionHtml() == null) {
            result.setDescriptionHtml(
                    Html.requirement(place.entry(), place.entry().fullScale()));
        }
    }

    /** Sets an outcome that Allure's status does not tell. */
    static void setOutcome(Outcome outcome, TestResult result) {
        result.getLabels().add(ResultsUtils.createLabel(OUTCOME, outcome.toString()));
    }

    static boolean areOn(TestResult result) {
        return result.getLabels().stream().map(Label::getName).anyMatch(ID::equals);
    }

    /** The id of the requirement that a result is of, as it was written; nothing if it is another test's. */
    static Optional<String> id(JsonNode result) {
        return value(result, ID);
    }

    /** The handout and the part that a requirement's result is of; nothing if it is another test's. */
    static Optional<String> placeInWords(JsonNode result) {
        return id(result).flatMap(requirement -> value(result, "epic")).flatMap(handout -> value(result, "feature")
                .map(part -> handout + " › " + part));
    }

    /** The outcome of a requirement's result, as it was written; nothing if there is none or another word. */
    static Optional<Outcome> outcome(JsonNode result) {
        return value(result, OUTCOME).flatMap(Outcome::ofWords);
    }

    /** The value of a label in a result, as it was written; nothing if it has none of this name. */
    static Optional<String> value(JsonNode result, String name) {
        for (JsonNode label : result.path("labels")) {
            if (label.path("name").asText().equals(name)) {
                return Optional.of(label.path("value").asText());
            }
        }
        return Optional.empty();
    }
}
