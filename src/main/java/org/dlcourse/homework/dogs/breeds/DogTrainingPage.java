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
 * @param result both trained networks
 * @param repeats the runs of the network that the page shows
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
        evidence.answer("How long was the network trained, and how accurate is it?", answers.outcome(repeats));
        evidence.figure(figure.loss());
        evidence.figure(figure.accuracy());
        evidence.answer("How are loss and accuracy related?", answers.interaction(repeats));
        if (isConvolutional()) {
            evidence.answer("Which network is better?", answers.comparison());
        }
        evidence.table(answers.table());
    }

    void check(Evidence evidence) {
        checkStopping(evidence);
        LearningCurves curves = repeats.runs().get(0).result().curves();
        evidence.check(
                "decrease of the training loss from the first epoch to the last",
                curves.of(Curve.TRAINING_SET_LOSS)[0] - curves.finalMean(Curve.TRAINING_SET_LOSS, 1),
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "gradient descent with a small learning rate reduces the training loss");
        DogAnswers answers = new DogAnswers(result);
        if (result.scale() == Scale.FULL && answers.isOfHandout() && !isConvolutional()) {
            evidence.check(
                    "test accuracy",
                    repeats.testAccuracy().mean(),
                    Bound.above(answers.chance()),
                    EvidenceKind.STATISTICAL,
                    "three standard errors above the most frequent breed; published results on the course's set are 0.207 to"
                            + " 0.241");
        }
    }

    /** Checks that training stopped after the first epoch with too small a decrease, or at the limit of epochs. */
    private void checkStopping(Evidence evidence) {
        EarlyStopping stopping = EarlyStopping.of(repeats.runs().get(0));
        evidence.check(
                "epochs before the last in which the validation loss fell by less than 1e-4",
                stopping.flatEpochsBeforeLast(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "training stops after the first such epoch");
        if (!stopping.lastIsFlat()) {
            evidence.check(
                    "epochs of training that was not stopped early",
                    stopping.epochs(),
                    Bound.exactly(repeats.plan().epochs()),
                    EvidenceKind.EXACT,
                    "without early stopping, training runs to the limit");
        }
        evidence.check(
                "control: epochs of the same network with a learning rate of 0 and a limit of 5 epochs",
                EarlyStopping.epochsWithoutLearning(
                        repeats.architecture(), result.images().data().validation()),
                Bound.exactly(2),
                EvidenceKind.EXACT,
                "the loss does not change, so that training must stop after the second epoch");
    }
}
