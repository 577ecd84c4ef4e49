package org.dlcourse.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dlcourse.figure.DataTable;
import org.dlcourse.report.KeptReport;
import org.dlcourse.report.KeptRequirement;
import org.junit.jupiter.api.Test;

class ComparisonPageTest {
    private static final KeptReport BEFORE = report("449", requirement("passed", "0.021", .5, .61));

    @Test
    void equalRunsDifferInNothing() throws IOException {
        assertThat(page(BEFORE, BEFORE))
                .contains(
                        "Of 1 requirements that ran in both, 0 have another outcome and 0 another key number.",
                        "Nothing differs: with equal code, seed",
                        "All 1 are equal.",
                        "1 of 1 are equal.",
                        "1 set is equal in both.")
                .doesNotContain("<img");
    }

    @Test
    void provenanceOutcomeNumberAndMeanThatDifferAreNamedInThisOrder() throws IOException {
        String page = page(BEFORE, report("7", requirement("failed", "0.043", .5, .81)));

        assertThat(page)
                .containsSubsequence(
                        "<td>course.seed</td><td>449</td><td>7</td>",
                        "<td>X-1 &lt;Roots&gt;</td><td>passed</td><td>failed</td>",
                        "<td>error</td><td>0.021</td><td>0.043</td>",
                        "<td>accuracy: mlp_1</td><td>0.620 ± 0.127</td><td>0.820 ± 0.127</td><td>+0.200</td><td>overlap</td>");
    }

    @Test
    void curvesThatDifferAreDrawnAndOthersCounted() throws IOException {
        assertThat(page(BEFORE, report("449", requirement("passed", "0.021", .4, .61))))
                .contains("X-1 &lt;Roots&gt; (1 set of curves)", "<img alt=\"Loss")
                .contains("0 sets are equal in both.");
    }

    @Test
    void dataSetsAreNamedWhereOneRunAloneHasThem() {
        List<RunComparison.Fact> facts = new RunComparison(
                        withData(BEFORE, "MNIST (synthetic)", "CIFAR-10 (synthetic)"),
                        withData(BEFORE, "CIFAR-10 (synthetic)", "MNIST"))
                .facts();

        assertThat(facts)
                .contains(new RunComparison.Fact(
                        "data sets", "MNIST (synthetic)\n1 in both runs", "MNIST\n1 in both runs"));
    }

    @Test
    void requirementsOfOneRunAloneAreNamed() throws IOException {
        KeptReport other = new KeptReport(
                Path.of("c"),
                "",
                Map.of(),
                List.of(new KeptRequirement("Y-1", "Other", "passed", "", "", "", "", "", Map.of())));

        assertThat(page(BEFORE, other)).contains("Of 0 requirements", "Only in A: X-1. Only in B: Y-1.");
    }

    private static String page(KeptReport first, KeptReport second) throws IOException {
        return new ComparisonPage(new RunComparison(first, second)).html();
    }

    private static KeptReport report(String seed, KeptRequirement requirement) {
        return new KeptReport(
                Path.of("a"),
                "local run #1",
                Map.of("course.seed", seed, "requirements", requirement.outcome()),
                List.of(requirement));
    }

    private static KeptReport withData(KeptReport report, String first, String second) {
        return new KeptReport(
                report.folder(), report.run(), Map.of("data.1", first, "data.2", second), report.requirements());
    }

    private static KeptRequirement requirement(String outcome, String measured, double loss, double accuracy) {
        DataTable curve = DataTable.ofColumns(
                "Loss", List.of("epoch", "loss"), List.of(new double[] {1, 2}, new double[] {loss, loss / 2}));
        DataTable seeds = new DataTable(
                "By seed: accuracy",
                List.of("of", "seed", "accuracy"),
                List.of(List.of("mlp_1", "1", accuracy), List.of("mlp_1", "2", accuracy + .02)));
        return new KeptRequirement(
                "X-1",
                "<Roots>",
                outcome,
                "It is.",
                "error",
                measured,
                "≤ 0.03",
                "1.0",
                Map.of(curve.title(), curve, seeds.title(), seeds));
    }
}
