package org.example.shapes;

import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * The answer to the question on parameters, worded from the numbers of the run.
 *
 * @param result what was found
 */
record ParametersPage(ShapeComparison.Result result) {
    void show(Evidence evidence) {
        Repeats linear = result.linear();
        Repeats convolutional = result.convolutional();
        evidence.conclusion(String.format(
                Locale.ROOT,
                "The convolutional network has %,d parameters fewer, and a mean test accuracy that is %+.3f from the linear"
                        + " classifier's.",
                savedParameters(),
                lead()));
        evidence.data(result.data().description());
        evidence.answer(
                "Which network has more parameters, and which is better?",
                String.format(
                        Locale.ROOT,
                        "The linear classifier has %,d parameters and a mean test accuracy of %s, the convolutional network"
                                + " %,d and %s. %s",
                        linear.architecture().parameterCount(),
                        linear.testAccuracy(),
                        convolutional.architecture().parameterCount(),
                        convolutional.testAccuracy(),
                        reason()));
        evidence.table(new DataTable(
                "Layers of the convolutional network",
                List.of("Layer", "Output", "Parameters"),
                convolutional.architecture().table().stream()
                        .map(row -> List.<Object>of(row.layer(), row.output(), row.parameters()))
                        .toList()));
    }

    /** Given only where the numbers call for it. */
    private String reason() {
        return result.accuracies().isShown() && savedParameters() > 0
                ? "A filter is shared by all positions of the image, so that it needs few weights and recognises a shape"
                        + " wherever it is."
                : "This run does not show that sharing a filter over positions helps.";
    }

    void check(Evidence evidence) {
        evidence.check(
                "parameters that the linear classifier has more",
                savedParameters(),
                Bound.above(0),
                EvidenceKind.EXACT,
                "they follow from the layers");
        result.accuracies().check(evidence);
    }

    private int savedParameters() {
        return Math.toIntExact(result.linear().architecture().parameterCount()
                - result.convolutional().architecture().parameterCount());
    }

    private double lead() {
        return result.accuracies().meanDifference();
    }
}
