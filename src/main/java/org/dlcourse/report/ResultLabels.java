package org.dlcourse.report;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.util.List;
import java.util.Optional;

/**
 * Labels each result before it is written: a requirement's with its place in the catalogue and its outcome, also where its test was
 * skipped before it began; any other test's by its package, under a heading of its own.
 */
public final class ResultLabels implements TestLifecycleListener {
    private static final String OTHER_TESTS = "Other tests";

    /** Null until the first result: Allure makes this object where an error would not be shown as it is. */
    private RequirementCatalogue catalogue;

    @Override
    public void beforeTestWrite(TestResult result) {
        if (RequirementLabels.areOn(result)) {
            return;
        }
        requirement(result)
                .flatMap(catalogue()::find)
                .ifPresentOrElse(
                        place -> RequirementLabels.apply(place, Outcome.of(result.getStatus()), result),
                        () -> result.getLabels()
                                .addAll(List.of(
                                        ResultsUtils.createEpicLabel(OTHER_TESTS),
                                        ResultsUtils.createFeatureLabel(packageOf(result)))));
    }

    private synchronized RequirementCatalogue catalogue() {
        if (catalogue == null) {
            catalogue = RequirementCatalogue.ofClassPath();
        }
        return catalogue;
    }

    private static Optional<String> requirement(TestResult result) {
        return label(result, ResultsUtils.TEST_CLASS_LABEL_NAME)
                .flatMap(type -> label(result, ResultsUtils.TEST_METHOD_LABEL_NAME)
                        .flatMap(method -> RequirementIds.of(type, method)));
    }

    private static String packageOf(TestResult result) {
        return label(result, ResultsUtils.TEST_CLASS_LABEL_NAME)
                .filter(type -> type.contains("."))
                .map(type -> type.substring(0, type.lastIndexOf('.')))
                .orElse("without a package");
    }

    private static Optional<String> label(TestResult result, String name) {
        return result.getLabels().stream()
                .filter(label -> label.getName().equals(name))
                .map(Label::getValue)
                .findFirst();
    }
}
