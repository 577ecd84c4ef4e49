package org.dlcourse.homework.dogs.breeds;

import org.dlcourse.experiment.Repeats;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * DOGS-6 and DOGS-9: a network trained on dog breeds until its validation loss stops falling.
 *
 * @param result what was found
 * @param repeats the runs of the page's network
 */
record DogTrainingPage(DogNetworks.Result result, Repeats repeats) {
    static DogTrainingPage ofPerceptron(DogNetworks.Result result) {
        return new DogTrainingPage(result, result.perceptron());
    }

    static DogTrainingPage ofConvolutional(DogNetworks.Result result) {
        return new DogTrainingPage(result, result.convolutional());
    }

    private boolean isConvolutional() {
        return repeats == result.convolutional();
    }

    void show(Evidence evidence) {
        DogCurvesFigure figure = new DogCurvesFigure(result, repeats);
        DogAnswers answers = new DogAnswers(result);
        evidence.data(result.images().data().description());
        evidence.answer("How long did it train, and how good is it?", answers.outcome(repeats));
        evidence.figure(figure.loss());
        evidence.figure(figure.accuracy());
        evidence.answer("What are loss and accuracy to each other?", answers.interaction(repeats));
        if (isConvolutional()) {
            evidence.answer("Which network is better?", answers.comparison());
        }
        evidence.table(answers.table());
    }

    void check(Evidence evidence) {
        checkEnd(evidence);
        LearningCurves curves = repeats.runs().get(0).result().curves();
        evidence.check(
                "training loss after the first epoch less that after the last",
                curves.of(Curve.TRAINING_SET_LOSS)[0] - curves.finalMean(Curve.TRAINING_SET_LOSS, 1),
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "plain gradient descent with small steps goes down");
        DogAnswers answers = new DogAnswers(result);
        if (result.scale() == Scale.FULL && answers.isOfHandout() && !isConvolutional()) {
            evidence.check(
                    "test accuracy",
                    repeats.testAccuracy().mean(),
                    Bound.above(answers.chance()),
                    EvidenceKind.STATISTICAL,
                    "three standard errors above the most frequent breed; students have published .207 to .241 on the course's set");
        }
    }

    /** That the run ended where the rule says: flat in the last epoch alone, or after the most epochs. */
    private void checkEnd(Evidence evidence) {
        EarlyStopping stopping = EarlyStopping.of(repeats.runs().get(0));
        evidence.check(
                "epochs before the last in which the validation loss fell by less than 1e-4",
                stopping.flatEpochsBeforeLast(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "the first such epoch is the last");
        if (!stopping.lastIsFlat()) {
            evidence.check(
                    "epochs, with no flat one",
                    stopping.epochs(),
                    Bound.exactly(repeats.plan().epochs()),
                    EvidenceKind.EXACT,
                    "the rule ends training, or the most epochs do");
        }
        evidence.check(
                "control: epochs of the same network with a learning rate of 0, of 5 at most",
                EarlyStopping.epochsWithoutLearning(
                        repeats.architecture(), result.images().data().validation()),
                Bound.exactly(2),
                EvidenceKind.EXACT,
                "nothing is learnt, so that the second epoch is flat and the last");
    }
}
