package org.dlcourse.homework.ann.learningrates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.dlcourse.figure.DataTable;
import org.dlcourse.grading.RecordedTraining;
import org.dlcourse.grading.SubmittedResults;
import org.dlcourse.homework.ann.Failures;
import org.dlcourse.homework.ann.HandedInPart;
import org.dlcourse.homework.ann.ReferenceCurves;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;

/**
 * The page on a student's result files of three learning rates.
 *
 * @param part the files; its networks are those that the student trained
 */
record HandedInLearningRates(HandedInPart part) {
    static final int PART = 5;
    static final String LOSS = "loss_curve_";
    static final String ACCURACY = "val_acc_curve_";

    /** The criteria beside that of complete curves. */
    static final String LOWER_LOSS = "loss";

    static final String HIGHER_ACCURACY = "validation accuracy";

    private static final String EXCLUDED = "mlp_1";

    HandedInLearningRates(SubmittedResults results) {
        this(new HandedInPart(
                results,
                results.trainings().stream().map(RecordedTraining::network).toList(),
                Stream.of(LOSS, ACCURACY)
                        .flatMap(prefix -> Part5File.SUFFIXES.stream().map(suffix -> prefix + suffix))
                        .toList(),
                List.of(),
                LearningRateComparison.constant(Scale.FULL, LearningRateComparison.LEARNING_RATES.get(0))
                        .points(HandedInPart.TRAINING_IMAGES)));
    }

    void show(Evidence evidence, ReferenceCurves reference) {
        Failures accuracies = notAboveTheSmallest();
        evidence.conclusion(
                part.networks().isEmpty()
                        ? "No result file could be understood."
                        : String.format(
                                Locale.ROOT,
                                "Result files of %s. With the learning rates 0.1 and 0.01 the final validation accuracy is higher"
                                        + " than with 0.001 in %d of %d comparisons.",
                                String.join(", ", names()),
                                accuracies.of() - accuracies.found().size(),
                                accuracies.of()));
        for (RecordedTraining training : part.found()) {
            new HandedInLearningRateFigure(training).figure().ifPresent(evidence::figure);
        }
        reference.show(evidence);
        if (!part.networks().isEmpty()) {
            evidence.table(table());
        }
        part.show(evidence);
    }

    private List<String> names() {
        return part.networks().stream()
                .map(network -> network.isEmpty() ? "a network that is not named" : network)
                .toList();
    }

    private DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (String network : part.networks()) {
            for (int i = 0; i < Part5File.SUFFIXES.size(); i++) {
                rows.add(List.of(
                        network.isEmpty() ? "not named" : network,
                        LearningRateComparison.LEARNING_RATES.get(i).toString(),
                        last(network, LOSS, i),
                        last(network, ACCURACY, i)));
            }
        }
        return new DataTable(
                "Means of the last epoch",
                List.of("Network", "Learning rate", "Training loss", "Validation accuracy"),
                rows);
    }

    /** The mean of a curve's last epoch. */
    private double last(String network, String prefix, int rate) {
        double epochs = LearningRateComparison.constant(Scale.FULL, LearningRateComparison.LEARNING_RATES.get(0))
                .epochs();
        return part.mean(network, prefix + Part5File.SUFFIXES.get(rate), 1 - 1 / epochs, 1);
    }

    void check(Evidence evidence) {
        evidence.criterion(HandedInPart.COMPLETE, () -> {
            evidence.check(
                    "networks other than mlp_1 with a result file that names them",
                    part.networks().stream()
                            .filter(network -> !network.isEmpty() && !network.equals(EXCLUDED))
                            .count(),
                    Bound.atLeast(1),
                    EvidenceKind.EXACT,
                    "the handout asks for one architecture, and not for mlp_1");
            part.check(evidence);
        });
        evidence.criterion(LOWER_LOSS, () -> compared(LOSS, (larger, smallest) -> smallest - larger)
                .check(
                        evidence,
                        "learning rates 0.1 and 0.01 whose final training loss is not below that of 0.001",
                        EvidenceKind.STATISTICAL,
                        "the requirement: with learning rate 0.001 the final loss is higher"));
        evidence.criterion(HIGHER_ACCURACY, () -> notAboveTheSmallest()
                .check(
                        evidence,
                        "learning rates 0.1 and 0.01 whose final validation accuracy is not above that of 0.001",
                        EvidenceKind.STATISTICAL,
                        "the published order: with 0.001 the training has not come far in 20 epochs"));
    }

    private Failures notAboveTheSmallest() {
        return compared(ACCURACY, (larger, smallest) -> larger - smallest);
    }

    /** The larger learning rates whose difference to the smallest one is not positive. */
    private Failures compared(String prefix, DoubleBinaryOperator difference) {
        int smallest = Part5File.SUFFIXES.size() - 1;
        List<String> wrong = new ArrayList<>();
        for (String network : part.networks()) {
            for (int rate = 0; rate < smallest; rate++) {
                if (!(difference.applyAsDouble(last(network, prefix, rate), last(network, prefix, smallest)) > 0)) {
                    wrong.add((network + " " + LearningRateComparison.LEARNING_RATES.get(rate)).strip());
                }
            }
        }
        return new Failures(wrong, (long) smallest * part.networks().size());
    }
}
