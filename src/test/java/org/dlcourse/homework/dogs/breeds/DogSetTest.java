package org.dlcourse.homework.dogs.breeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.model.Architecture;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingProgress;

class DogSetTest {
    @Requirement("DOGS-3")
    void imagesAreCountedByPartitionAndBreed(Experiments experiments, Evidence evidence) {
        PartitionedImages images = experiments.run(new DogImages()).images();
        DogSetFacts facts = new DogSetFacts(images);
        BreedFigure figure = new BreedFigure(images);
        evidence.data(experiments.run(new DogImages()).data().description());
        evidence.answer(
                "How many images are in each partition, and of how many breeds?",
                String.format(
                        Locale.ROOT,
                        "%,d for training, %,d for validation and %,d for testing, of %d breeds, in %s. The course's own set has"
                                + " 7,665, 2,000 and 555 in 10 breeds.",
                        images.training().count(),
                        images.validation().count(),
                        images.test().count(),
                        images.classes().size(),
                        images.title()));
        evidence.answer("What are their size and colours?", facts.sizeAndColours());
        evidence.answer(
                "Are the partitions apart?",
                String.format(
                        Locale.ROOT,
                        "%d of the %,d validation and test images are, byte by byte, among the training images%s",
                        facts.leaked(),
                        images.validation().count() + images.test().count(),
                        facts.leaked() == 0 ? "." : ": on those a network is judged by what it has learnt from."));
        evidence.figure(figure.examples());
        evidence.table(figure.counts());
        evidence.check(
                "values of an image",
                images.training().imageSize(),
                Bound.exactly(3.0 * 64 * 64),
                EvidenceKind.EXACT,
                "64 x 64 pixels of three colours");
        evidence.check(
                "breeds",
                images.classes().size(),
                Bound.atLeast(2),
                EvidenceKind.EXACT,
                "fewer are nothing to tell apart; the handout's set has 10");
        evidence.check(
                "breeds that are missing in a partition",
                facts.missingBreeds(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "each network is trained, judged and tested on all");
        evidence.check(
                "part of the pixels with colour",
                facts.colouredPixels(),
                Bound.above(DogSetFacts.LEAST_COLOUR),
                EvidenceKind.EXACT,
                "a gray picture in three channels would have none");
        evidence.assertChecks();
    }

    @Requirement("DOGS-4")
    void hardImagesAreThoseWithTheLargestLoss(Experiments experiments, Evidence evidence) {
        PartitionedImages images = experiments.run(new DogImages()).images();
        assertThat(HardImages.breeds(images.test(), images.classes()))
                .as("breeds with enough test images, before anything is trained")
                .isNotEmpty();
        DogNetworks.Result result = experiments.run(new DogNetworks());
        HardImages hard = HardImages.of(images.test(), images.classes(), result.best());
        evidence.data(result.images().data().description());
        evidence.answer("Why may these three be hard?", hard.why());
        evidence.figure(hard.figure(result.images().data().description()));
        evidence.table(hard.table());
        evidence.check("hard images", hard.hardest().size(), Bound.exactly(3), EvidenceKind.EXACT, "the handout's");
        evidence.check(
                "other test images of the breed whose right class gets less than the third hard one's",
                harder(images.test(), hard),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "counted from the network's outputs: hard is what the network finds hard");
        int wrong = hard.misclassified();
        evidence.check(
                "hard images that are classified right",
                hard.hardest().stream()
                        .filter(prediction -> prediction.predicted() == hard.breed())
                        .count(),
                Bound.atMost(Math.max(0, 3 - wrong)),
                EvidenceKind.STATISTICAL,
                wrong < 3
                        ? "only " + wrong + " of the breed's test images are classified wrong"
                        : "the three worst of the breed that the network knows least");
        evidence.assertChecks();
    }

    private static long harder(LabelledImages test, HardImages hard) {
        List<Integer> shown =
                hard.hardest().stream().map(HardImages.Prediction::place).toList();
        double third = hard.hardest().get(hard.hardest().size() - 1).probabilityOfTruth();
        return IntStream.range(0, test.count())
                .filter(place -> test.labels()[place] == hard.breed() && !shown.contains(place))
                .filter(place -> hard.run().result().testProbabilities().row(place)[hard.breed()] < third)
                .count();
    }

    @Requirement("DOGS-6")
    void fullyConnectedNetworkIsTrainedUntilItsValidationLossIsFlat(Experiments experiments, Evidence evidence) {
        DogNetworks.Result result = experiments.run(new DogNetworks());
        DogAnswers answers = new DogAnswers(result);
        show(result, result.perceptron(), evidence);
        evidence.answer("What are loss and accuracy to each other?", answers.interaction(result.perceptron()));
        evidence.table(answers.table());
        checkTraining(result, result.perceptron(), evidence);
        if (result.scale() == Scale.FULL && answers.isOfHandout()) {
            evidence.check(
                    "test accuracy",
                    result.perceptron().testAccuracy().mean(),
                    Bound.above(answers.chance()),
                    EvidenceKind.STATISTICAL,
                    "three standard errors above the most frequent breed; students have published .207 to .241 on the course's set");
        }
        evidence.assertChecks();
    }

    @Requirement("DOGS-9")
    void convolutionalNetworkIsTrainedAsTheOther(Experiments experiments, Evidence evidence) {
        DogNetworks.Result result = experiments.run(new DogNetworks());
        DogAnswers answers = new DogAnswers(result);
        show(result, result.convolutional(), evidence);
        evidence.answer("What are loss and accuracy to each other?", answers.interaction(result.convolutional()));
        evidence.answer("Which network is better?", answers.comparison());
        evidence.table(answers.table());
        checkTraining(result, result.convolutional(), evidence);
        evidence.assertChecks();
    }

    private static void show(DogNetworks.Result result, Repeats repeats, Evidence evidence) {
        DogCurvesFigure figure = new DogCurvesFigure(result, repeats);
        evidence.data(result.images().data().description());
        evidence.answer("How long did it train, and how good is it?", new DogAnswers(result).outcome(repeats));
        evidence.figure(figure.loss());
        evidence.figure(figure.accuracy());
    }

    /** That the run ended where the rule says: flat in the last epoch alone, or after the most epochs. */
    private static void checkTraining(DogNetworks.Result result, Repeats repeats, Evidence evidence) {
        LearningCurves curves = repeats.runs().get(0).result().curves();
        double[] losses = curves.of(Curve.VALIDATION_LOSS);
        int flat = 0;
        for (int i = 1; i < losses.length - 1; i++) {
            flat += losses[i - 1] - losses[i] < DogNetworks.LEAST_DECREASE ? 1 : 0;
        }
        boolean lastIsFlat =
                losses.length > 1 && losses[losses.length - 2] - losses[losses.length - 1] < DogNetworks.LEAST_DECREASE;
        evidence.check(
                "epochs before the last in which the validation loss fell by less than 1e-4",
                flat,
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "the first such epoch is the last");
        if (!lastIsFlat) {
            evidence.check(
                    "epochs, with no flat one",
                    losses.length,
                    Bound.exactly(repeats.plan().epochs()),
                    EvidenceKind.EXACT,
                    "the rule ends training, or the most epochs do");
        }
        evidence.check(
                "control: epochs of the same network with a learning rate of 0, of 5 at most",
                epochsWithoutLearning(result, repeats.architecture()),
                Bound.exactly(2),
                EvidenceKind.EXACT,
                "nothing is learnt, so that the second epoch is flat and the last");
        evidence.check(
                "training loss after the first epoch less that after the last",
                curves.of(Curve.TRAINING_SET_LOSS)[0] - curves.finalMean(Curve.TRAINING_SET_LOSS, 1),
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "plain gradient descent with small steps goes down");
    }

    /** That the rule ends training: with a learning rate of 0 the second epoch is flat. */
    private static int epochsWithoutLearning(DogNetworks.Result result, Architecture architecture) {
        Examples few = result.images().data().validation();
        TrainingPlan plan = DogNetworks.plan(architecture, 5, few.count());
        TrainingPlan still = new TrainingPlan(
                        plan.architecture(),
                        plan.initialisation(),
                        new Optimiser.Sgd(0),
                        plan.batchSize(),
                        plan.epochs(),
                        plan.recording())
                .withStopping(plan.stopping());
        return new Trainer(still, new TrainingData("control", few, few, few), 1)
                .train(TrainingProgress.SILENT)
                .curves()
                .steps()
                .length;
    }
}
