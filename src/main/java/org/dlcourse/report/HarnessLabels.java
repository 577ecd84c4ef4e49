package org.dlcourse.report;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.util.List;

/** Puts the harness's own tests under a heading of their own, by floor, beside the handouts. */
public final class HarnessLabels implements TestLifecycleListener {
    private static final String EPIC = "The harness itself";
    private static final String ROOT = "org.dlcourse.";

    @Override
    public void beforeTestWrite(TestResult result) {
        if (RequirementLabels.isRequirement(result)) {
            return;
        }
        String floor = result.getLabels().stream()
                .filter(label -> label.getName().equals("package"))
                .map(Label::getValue)
                .findFirst()
                .map(HarnessLabels::floor)
                .orElse("other");
        result.getLabels().addAll(List.of(ResultsUtils.createEpicLabel(EPIC), ResultsUtils.createFeatureLabel(floor)));
    }

    private static String floor(String testClass) {
        if (!testClass.startsWith(ROOT)) {
            return "other";
        }
        String rest = testClass.substring(ROOT.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : "architecture";
    }
}
