package org.example.shapes;

import java.util.List;
import java.util.Locale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * What the report shows of the training on a GPU.
 *
 * @param result what was found
 */
record GpuPage(ShapeComparison.Result result) {
    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "The convolutional network has a mean test accuracy of %.3f over %d seeds.",
                result.convolutional().testAccuracy().mean(),
                result.convolutional().runs().size()));
        evidence.data(result.data().description());
        evidence.table(new DataTable(
                "What computed each run",
                List.of("Seed", "Backend", "Seconds"),
                result.convolutional().runs().stream()
                        .map(run -> List.<Object>of(
                                Long.toString(run.request().seed()),
                                run.provenance().backend(),
                                run.provenance().seconds()))
                        .toList()));
    }

    void check(Evidence evidence) {
        evidence.check(
                "mean test accuracy of the convolutional network",
                result.convolutional().testAccuracy().mean(),
                Bound.above(ChanceLevel.upperEnd(
                        result.data().test().classes(), result.data().test().count())),
                EvidenceKind.STATISTICAL,
                "guessing stays within three standard errors of 1 / classes");
    }
}
