package org.dlcourse.homework.ann.learningrates;

import java.util.Locale;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.homework.ann.HandedInPart;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * The page on three constant learning rates.
 *
 * @param result of their comparison
 */
record LearningRatePage(LearningRateComparison.Result result) {
    void show(Evidence evidence) {
        LearningRateAnswers answers = new LearningRateAnswers(result);
        evidence.conclusion(answers.conclusion());
        evidence.data(result.data().description());
        evidence.answer("Which architecture is trained?", answers.architecture());
        evidence.answer("Result", answers.speed());
        evidence.figure(new LearningRateFigure(result).figure());
        evidence.table(answers.table());
        evidence.figure(answers.points());
    }

    /** Writes the handout's result file and attaches it. */
    void attach(Evidence evidence, ResultFiles files) {
        Part5File file = new Part5File(result);
        evidence.file(files.write(file.name(), file.content()));
    }

    void check(Evidence evidence) {
        LearningRateAnswers answers = new LearningRateAnswers(result);
        evidence.criterion(HandedInPart.COMPLETE, () -> checkCurves(evidence));
        evidence.criterion(HandedInLearningRates.LOWER_LOSS, () -> answers.larger()
                .forEach(larger -> answers.losses(larger).check(evidence)));
        evidence.criterion(HandedInLearningRates.HIGHER_ACCURACY, () -> answers.larger()
                .forEach(larger -> answers.accuracies(larger).check(evidence)));
    }

    private void checkCurves(Evidence evidence) {
        int points =
                result.constant().get(0).plan().points(result.data().training().count());
        evidence.check(
                "runs without a point at every recorded step",
                result.constant().stream()
                        .flatMap(repeats -> repeats.runs().stream())
                        .filter(run -> run.result().curves().steps().length != points)
                        .count(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                String.format(
                        Locale.ROOT,
                        "%,d points, which follow from the epochs, the batch size and the recorded steps",
                        points));
    }
}
