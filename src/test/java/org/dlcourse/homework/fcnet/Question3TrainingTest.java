package org.dlcourse.homework.fcnet;

import java.util.List;
import java.util.Locale;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.homework.fcnet.HyperparameterSearch.Trial;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.kit.RepeatedRun;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;

class Question3TrainingTest {
    private static final double FINAL_LOSS = 0.02;

    private final TwoLayerNetwork network = new MatrixTwoLayerNetwork();
    private final ToyData toy = GoldenToyData.handout();

    @Requirement("FCNET-3a")
    void gradientDescentLearnsTheToyDataByHeart(Evidence evidence) {
        ToyTraining training = ToyTraining.of(network, toy.parameters(), toy.inputs(), toy.labels());
        evidence.answer(
                "How far does the loss come down?",
                String.format(
                        Locale.ROOT,
                        "From %.3f to %.4f in %d steps: 5 samples and 83 parameters, so that they are learnt by heart.",
                        training.losses()[0],
                        training.finalLoss(),
                        ToyTraining.STEPS));
        evidence.figure(training.figure(FINAL_LOSS));
        evidence.check(
                "final training loss",
                training.finalLoss(),
                Bound.atMost(FINAL_LOSS),
                EvidenceKind.EXACT,
                "the requirement's; the same at every run, since nothing is random");
        evidence.check(
                "loss before the first step",
                training.losses()[0],
                Bound.above(1),
                EvidenceKind.EXACT,
                "near ln 3 = 1.099 before anything is learnt");
        evidence.assertChecks();
    }

    @Requirement("FCNET-3b")
    void searchFindsBetterHyperparametersThanTheDefault(Experiments experiments, Evidence evidence) {
        HyperparameterSearch.Result result = experiments.run(new HyperparameterSearch());
        SearchAnswers answers = new SearchAnswers(result);
        SearchFigure search = new SearchFigure(result);
        Trial byDefault = result.byDefault();
        Trial best = result.best();
        evidence.data(result.data().description());
        evidence.data(result.tested().provenance().data());
        evidence.answer("What came out", answers.conclusion());
        evidence.figure(new TwoCurvesFigure(
                        "Default and tuned",
                        "The exercise's own network by default and tuned. The loss is the mean over all batches since the point before;"
                                + " small points are accuracies on single batches of "
                                + best.run().request().plan().batchSize() + ". Seed "
                                + best.run().request().seed() + ". Data: "
                                + result.data().description() + ".",
                        List.of(byDefault.run(), best.run()),
                        List.of("default", "tuned"),
                        true)
                .figure());
        evidence.answer("Why is the default poor?", answers.whyTheDefaultIsPoor());
        evidence.answer("Which hyper-parameter matters most?", answers.whatMatters());
        evidence.figure(search.figure());
        evidence.table(search.table());
        evidence.figure(new ColourWeightsFigure(result).figure());

        evidence.check(
                "last mean training loss, default less tuned",
                byDefault.run().result().curves().finalMean(Curve.MEAN_TRAINING_LOSS, 1)
                        - best.run().result().curves().finalMean(Curve.MEAN_TRAINING_LOSS, 1),
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "the default learns too little; each is a mean over many batches");
        evidence.check(
                "validation accuracy of the tuned network",
                best.validationAccuracy(),
                Bound.above(ChanceLevel.upperEnd(10, result.data().validation().count())),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance");
        RepeatedRun.ofProcess()
                .check(
                        evidence,
                        "difference of the validation accuracy when the best plan is trained again for the test",
                        result.tested().result().validationAccuracy() - best.validationAccuracy(),
                        result.data().validation().count(),
                        "the same plan and seed give the same bits; the test set changes nothing but what is known at the end");
        if (result.scale() == Scale.FULL) {
            evidence.check(
                    "validation accuracy by default",
                    byDefault.validationAccuracy(),
                    Bound.between(.26, .32),
                    EvidenceKind.STATISTICAL,
                    "the requirement's: about .29");
            evidence.check(
                    "validation accuracy of the tuned network at full scale",
                    best.validationAccuracy(),
                    Bound.above(.48),
                    EvidenceKind.STATISTICAL,
                    "the requirement's");
        }
        evidence.assertChecks();
    }
}
