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
                "CONV-2; ''",
                "ANN-2.1,CONV-1; momentum(), two()",
                "ANN-2.1, slow; harness(), two()",
                "(ANN-2.1,CONV-1) & !CONV; two()",
                "ann-2.1; two()",
                "ann & !Ann-2.1; three()",
                "any() & !slow; momentum(), three(), two()",
                "requirement; momentum(), three(), two()",
                "!requirement; harness()",
                "none(); ''"
            })
    void idsAndHandoutsAreTags(String expression, String expected) {
        assertThat(String.join(", ", selected(expression, ""))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; ANN; harness(), momentum()",
                "''; ann-2.1,CONV; harness(), three()",
                "''; slow; momentum(), three(), two()",
                "ANN; ANN-3.1; two()",
                "ANN; any(); ''"
            })
    void whatIsExcludedDoesNotRun(String included, String excluded, String expected) {
        assertThat(String.join(", ", selected(included, excluded))).isEqualTo(expected);
    }

    @Test
    void withoutExpressionEverythingRuns() {
        assertThat(selected("", " ")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"ANN &, ''", "'ANN-2.1,', ''", "'', (ANN"})
    void invalidExpressionIsReportedWithAnExample(String included, String excluded) {
        assertThatThrownBy(() -> RequirementTagFilter.of(included, excluded).check())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        included.isEmpty()
                                ? "The property excludedGroups is \"(ANN\""
                                : "The property groups is \"" + included + "\"")
                .hasMessageContaining("'ANN & !ANN-3.1'");
    }

    @ParameterizedTest
    @CsvSource({
        "ANN-9.9, ANN-9.9, 'Nearest: ANN-1.1, ANN-1.2, ANN-1.3'",
        "conv-11, conv-11, Nearest: CONV-1.",
        "ANN-3, ANN-3, 'Nearest: ANN, ANN-1.3, ANN-3.1, ANN-3.2, ANN-5.3.'",
        "CONV-1 | ANN & !ANX-2.1, ANX-2.1, Nearest: ANN-2.1.",
        "slwo, slwo, slow",
        "Slow, Slow, Nearest: slow."
    })
    void unknownNameIsReportedWithTheNearest(String expression, String name, String nearest) {
        assertThatThrownBy(() -> RequirementTagFilter.of(expression, "").check())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("The property groups names " + name + ", which is the id of no requirement")
                .hasMessageContaining(nearest)
                .hasMessageContaining("Handouts: ANN, CIFAR, FCNET, CONV, DOGS");
    }

    @Test
    void unknownNameToExcludeIsReported() {
        assertThatThrownBy(() -> RequirementTagFilter.of("ANN", "ANN-9.9").check())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("The property excludedGroups names ANN-9.9");
    }

    private static List<String> selected(String included, String excluded) {
        LauncherConfig config = LauncherConfig.builder()
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        TestPlan plan = LauncherFactory.create(config)
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(Sample.class))
                        .filters(RequirementTagFilter.of(included, excluded))
                        .build());
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .map(TestIdentifier::getDisplayName)
                .sorted()
                .toList();
    }
}
