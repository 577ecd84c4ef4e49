package org.dlcourse.homework.conv;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.figure.DataTable;
import org.dlcourse.grading.SubmittedPredictions;
import org.dlcourse.homework.cifar.ConfusionMatrix;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * The page on a student's predicted labels: scored against the true ones, which no student's code sees.
 *
 * @param predictions as handed in
 * @param confusion of the predicted with the true classes
 * @param data title of the images
 */
record HandedInPredictions(SubmittedPredictions predictions, ConfusionMatrix confusion, String data) {
    private static final double CONFIDENCE = .95;

    /**
     * Scores predictions.
     *
     * @param images whose test images were to be classified
     * @throws org.dlcourse.grading.SubmissionException if there are more or fewer labels than test images, or one is of no class
     */
    static HandedInPredictions of(SubmittedPredictions predictions, ImageDataset images) {
        int[] labels = images.test().labels();
        return new HandedInPredictions(
                predictions,
                ConfusionMatrix.of(predictions.classes(images.classes(), labels.length), images.classes(), labels),
                images.title());
    }

    void show(Evidence evidence) {
        ConfidenceInterval interval = interval();
        evidence.conclusion(String.format(
                Locale.ROOT,
                "Of %,d test images %,d are classified correctly: an accuracy of %.4f (95 %% confidence interval %.4f to %.4f).",
                confusion.count(),
                confusion.correct(),
                confusion.accuracy(),
                interval.getLowerBound(),
                interval.getUpperBound()));
        evidence.data(data);
        evidence.score("test accuracy", confusion.accuracy());
        evidence.figure(confusion.figure("Predictions of " + predictions.file() + ". Data: " + data + "."));
        evidence.table(confusion.table());
        if (!predictions.remarks().isEmpty()) {
            evidence.table(new DataTable(
                    "How the file was understood",
                    List.of("Remark"),
                    predictions.remarks().stream().map(List::<Object>of).toList()));
        }
    }

    /** Wilson's interval, which holds near 0 and 1 too. */
    private ConfidenceInterval interval() {
        return new WilsonScoreInterval().createInterval(confusion.count(), confusion.correct(), CONFIDENCE);
    }

    void check(Evidence evidence) {
        evidence.check(
                "test accuracy compared with guessing",
                confusion.accuracy(),
                Bound.above(ChanceLevel.upperEnd(confusion.classes().size(), confusion.count())),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance");
        evidence.check(
                "test accuracy",
                confusion.accuracy(),
                Bound.atLeast(CompetitionChecks.GOAL_OF_A_CPU),
                EvidenceKind.STATISTICAL,
                CompetitionChecks.WHY_GOAL_OF_A_CPU);
    }
}
