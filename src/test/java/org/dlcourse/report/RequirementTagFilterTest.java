package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dlcourse.settings.SettingsException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class RequirementTagFilterTest {
    /** Discovered by these tests only: its name keeps it out of the build's own runs. */
    static class Sample {
        @Requirement("ANN-2.1")
        void two() {}

        @Requirement("ANN-3.1")
        void three() {}

        @Requirement("CONV-1")
        void momentum() {}

        @Test
        @Tag("slow")
        void harness() {}
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ANN-3.1; three()",
                "ANN; three(), two()",
                "ANN | CONV; momentum(), three(), two()",
                "ANN & !ANN-3.1; two()",
                "slow; harness()",
                "CONV-2; ''"
            })
    void idsAndHandoutsAreTags(String expression, String expected) {
        assertThat(String.join(", ", selected(expression))).isEqualTo(expected);
    }

    @Test
    void withoutExpressionEverythingRuns() {
        assertThat(selected("")).hasSize(4);
    }

    @Test
    void expressionThatIsNoneIsToldWithAnExample() {
        assertThatThrownBy(() -> new RequirementTagFilter("ANN &").tags())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("The property groups is \"ANN &\"")
                .hasMessageContaining("'ANN & !ANN-3.1'");
    }

    private static List<String> selected(String expression) {
        LauncherConfig config = LauncherConfig.builder()
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        TestPlan plan = LauncherFactory.create(config)
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(Sample.class))
                        .filters(new RequirementTagFilter(expression))
                        .build());
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .map(TestIdentifier::getDisplayName)
                .sorted()
                .toList();
    }
}
