package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** By which requirements that failed end the build, after the harness's own tests have run too. */
@EnabledIfSystemProperty(
        named = "harness.after.requirements",
        matches = "true",
        disabledReason = "only where the build has run the requirements just before")
class RequirementsOfThisBuildTest {
    @Test
    void noneOfThemFailedOrDidNotFinish() throws IOException {
        assertThat(RequirementResults.ofFolder(Path.of("allure-results"), RequirementCatalogue.ofClassPath())
                        .broken())
                .as("requirements that did not pass, see target/report/index.html")
                .isEmpty();
    }
}
