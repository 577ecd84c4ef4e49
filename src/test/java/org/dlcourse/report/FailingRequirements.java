package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.download.DataDownload;
import org.dlcourse.dataset.download.PublicDataSet;
import org.dlcourse.experiment.RunStore;
import org.dlcourse.settings.CourseSettings;

/** One requirement for each way to fail, in the order of their names; the last but one ends its process. Not run by the build itself. */
final class FailingRequirements {
    private static final PublicDataSet NOWHERE =
            new PublicDataSet("A data set", "no-such-folder", PublicDataSet.Form.FILES, List.of());

    @Requirement("ANN-1.1")
    void aBoundIsMissed(Evidence evidence) {
        evidence.check("a number", 3, Bound.atMost(2), EvidenceKind.EXACT, "because");
        evidence.check("another number", 5, Bound.atMost(4), EvidenceKind.EXACT, "because");
        evidence.assertChecks();
    }

    @Requirement("ANN-1.2")
    void bAnotherAssertion() {
        assertThat(3).as("the third number").isLessThanOrEqualTo(2);
    }

    @Requirement("ANN-1.3")
    void cDataAreMissing() {
        fetchOffline();
    }

    @Requirement("ANN-1.4a")
    void dDataAreMissingBelowAnotherError() {
        try {
            fetchOffline();
        } catch (RuntimeException e) {
            throw new IllegalStateException("the experiment broke off", e);
        }
    }

    @Requirement("ANN-1.4b")
    void eSettingIsWrong() {
        settings("course.scale", "huge");
    }

    @Requirement("ANN-2.1")
    void fResultsCannotBeKept() {
        new RunStore(Path.of("pom.xml"));
    }

    @Requirement("ANN-2.2")
    void gAnotherError() {
        throw new IllegalStateException("there is no such thing");
    }

    @Requirement("ANN-3.2")
    void hPasses(Evidence evidence) {
        evidence.conclusion("It is so.");
    }

    @Requirement("ANN-4.1")
    void iEndsTheProcess() {
        Runtime.getRuntime().halt(9);
    }

    @Requirement("ANN-4.2")
    void jIsNotReached() {}

    private static void fetchOffline() {
        new DataDownload(settings("course.offline", "true")).fetch(NOWHERE);
    }

    private static CourseSettings settings(String property, String value) {
        return CourseSettings.of(Map.of(property, value), Map.of());
    }
}
