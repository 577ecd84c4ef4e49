package org.dlcourse.homework.fcnet;

import java.util.List;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Marker;
import org.dlcourse.homework.fcnet.HyperparameterSearch.Trial;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.kit.RepeatedRun;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;

/**
 * FCNET-3b: the page on the search for hyper-parameters.
 *
 * @param result of the search
 */
record SearchPage(HyperparameterSearch.Result result) {
    private static final int CLASSES = 10;

    void show(Evidence evidence) {
        evidence.conclusion(result.comparison().sentence());
        SearchAnswers answers = new SearchAnswers(result);
        SearchFigure search = new SearchFigure(result);
        evidence.data(result.data().description());
        evidence.data(result.tested().provenance().data());
        evidence.answer("Result", answers.conclusion());
        evidence.answer("Is the tuned network better with other seeds?", answers.overSeeds());
        evidence.figure(seeds());
        evidence.figure(curves().figure());
        evidence.answer("Why is the default poor?", answers.whyTheDefaultIsPoor());
        evidence.answer("Which hyper-parameter matters most?", answers.whatMatters());
        evidence.figure(search.figure());
        evidence.table(search.table());
        evidence.figure(new ColourWeightsFigure(result).figure());
    }

    private Figure seeds() {
        return result.comparison()
                .figure(
                        "Default and tuned network by seed",
                        "Validation accuracy of every run, with a line at the mean. Data: "
                                + result.data().description() + ".",
                        List.of(Marker.atY(1.0 / CLASSES, "guessing")));
    }

    private TwoCurvesFigure curves() {
        Trial best = result.best();
        return new TwoCurvesFigure(
                "Default and tuned network",
                "The exercise's own network. The loss is the mean over all mini-batches since the previous point; small points are"
                        + " accuracies on single mini-batches of "
                        + best.run().request().plan().batchSize() + ". Seed "
                        + best.run().request().seed() + ". Data: "
                        + result.data().description() + ".",
                List.of(result.byDefault().run(), best.run()),
                List.of("default", "tuned"),
                true);
    }

    void check(Evidence evidence) {
        Trial best = result.best();
        result.comparison().check(evidence);
        evidence.check(
                "last mean training loss, default minus tuned",
                lastLoss(result.byDefault()) - lastLoss(best),
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "the default underfits; each loss is a mean over many mini-batches");
        evidence.check(
                "validation accuracy of the tuned network",
                best.validationAccuracy(),
                Bound.above(
                        ChanceLevel.upperEnd(CLASSES, result.data().validation().count())),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance");
        RepeatedRun.ofProcess()
                .check(
                        evidence,
                        "difference of the validation accuracies when the best plan is trained again for the test",
                        result.tested().result().validationAccuracy() - best.validationAccuracy(),
                        result.data().validation().count(),
                        "the same plan and seed give the same bits; the test set does not change the training");
        evidence.check(
                "test accuracy of the tuned network, read once",
                result.tested().result().testAccuracy(),
                Bound.above(
                        ChanceLevel.upperEnd(CLASSES, result.data().validation().count())),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance; there are as many test as validation images");
        if (result.scale() == Scale.FULL) {
            checkFullScale(evidence);
        }
    }

    private static double lastLoss(Trial trial) {
        return trial.run().result().curves().finalMean(Curve.MEAN_TRAINING_LOSS, 1);
    }

    private void checkFullScale(Evidence evidence) {
        evidence.check(
                "validation accuracy by default",
                result.byDefault().validationAccuracy(),
                Bound.between(.26, .32),
                EvidenceKind.STATISTICAL,
                "the requirement's bound, about 0.29");
        evidence.check(
                "validation accuracy of the tuned network at full scale",
                result.best().validationAccuracy(),
                Bound.above(.48),
                EvidenceKind.STATISTICAL,
                "the requirement's bound");
    }
}
