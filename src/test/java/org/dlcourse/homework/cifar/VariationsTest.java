package org.dlcourse.homework.cifar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlcourse.dataset.Augmentation;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.figure.Formula;
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.kit.RepeatedRun;
import org.dlcourse.model.Initialisation;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingProgress;
import org.dlcourse.training.TrainingResult;

class VariationsTest {
    @Requirement("CIFAR-1")
    void tutorialNetworkOutOfTheBox(Experiments experiments, Evidence evidence) {
        Variations.Result result = experiments.run(new Variations(List.of(Variation.OUT_OF_THE_BOX)));
        Trial trial = result.of(Variation.OUT_OF_THE_BOX);
        int[] labels = result.prepared().data().test().labels();
        Confusion confusion =
                Confusion.of(trial.run(), result.prepared().images().classes(), labels);
        VariationFigure figure = new VariationFigure("The tutorial network", result);
        show(figure, evidence);
        evidence.answer("What came out", new VariationAnswers(result).outcome(Variation.OUT_OF_THE_BOX));
        evidence.figure(confusion.figure(String.format(
                Locale.ROOT,
                "At %s scale, %d epochs, seed %d. Data: %s.",
                result.scale(),
                trial.epochs(),
                trial.run().request().seed(),
                result.prepared().data().description())));
        evidence.table(confusion.table());
        checkParameters(evidence, trial, 62_006);
        evidence.check(
                "test accuracy by the confusion matrix less that of the run",
                confusion.accuracy() - trial.run().result().testAccuracy(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "the same outputs counted twice, by class and at once");
        checkAboveChance(evidence, result, trial);
        if (result.scale() == Scale.FULL) {
            checkBand(evidence, trial, .50, .58);
        }
        evidence.assertChecks();
    }

    @Requirement("CIFAR-2")
    void singleFullyConnectedLayer(Experiments experiments, Evidence evidence) {
        Variations.Result result = experiments.run(
                new Variations(List.of(Variation.SINGLE_LAYER, Variation.SINGLE_LAYER_SLOWER, Variation.BASE)));
        VariationFigure figure = new VariationFigure("A single layer and the tutorial network", result);
        VariationAnswers answers = new VariationAnswers(result);
        show(figure, evidence);
        evidence.answer(
                "How many parameters are there?",
                "3 x 32 x 32 x 10 weights and 10 biases: 30,730. Every pixel has a weight of its own for every class.");
        evidence.answer(
                "What came out",
                answers.outcome(Variation.SINGLE_LAYER) + " " + answers.outcome(Variation.SINGLE_LAYER_SLOWER));
        evidence.answer(
                "Is the tutorial's learning rate right for it?",
                answers.rest(Variation.SINGLE_LAYER, Variation.SINGLE_LAYER_SLOWER));
        for (Variation variation : List.of(Variation.SINGLE_LAYER, Variation.SINGLE_LAYER_SLOWER)) {
            checkParameters(evidence, result.of(variation), 30_730);
            checkAboveChance(evidence, result, result.of(variation));
        }
        if (result.scale() == Scale.FULL) {
            checkBand(evidence, result.of(Variation.SINGLE_LAYER_SLOWER), .36, .42);
        }
        evidence.assertChecks();
    }

    @Requirement("CIFAR-3")
    void layersWithoutReluAreOneAffineMap(Experiments experiments, Evidence evidence) {
        Variations.Result result =
                experiments.run(new Variations(List.of(Variation.LAYERS_WITHOUT_RELU, Variation.LAYERS_WITH_RELU)));
        Trial without = result.of(Variation.LAYERS_WITHOUT_RELU);
        Trial with = result.of(Variation.LAYERS_WITH_RELU);
        ComposedLayers linear =
                ComposedLayers.of(without.run(), result.prepared().data().test());
        ComposedLayers rectified =
                ComposedLayers.of(with.run(), result.prepared().data().test());
        VariationFigure figure = new VariationFigure("Three layers with and without ReLU", result);
        show(figure, evidence);
        evidence.answer(
                "What happens without ReLU?",
                new Formula("y = ((x A + a) B + b) D + d = x \\, (A B D) + (a B D + b D + d) = x C + c"),
                String.format(
                        Locale.ROOT,
                        "The three layers are one affine map: composed from the trained weights, it gives the same logits for %d test"
                                + " images to %.1e of the largest. So the network can say no more than a single layer can, with"
                                + " twelve times the parameters.",
                        linear.images(),
                        linear.error()));
        evidence.answer(
                "Does it show?",
                new VariationAnswers(result).order(Variation.LAYERS_WITH_RELU, Variation.LAYERS_WITHOUT_RELU));
        checkParameters(evidence, with, 379_774);
        checkParameters(evidence, without, 379_774);
        evidence.check(
                "largest difference of the logits from those of the one affine map",
                linear.error(),
                Bound.atMost(1e-5),
                EvidenceKind.ROUNDING_BOUND,
                "the requirement's; sums of 3,072 products in single precision, whose roundings of 6e-8 add up like a random walk");
        evidence.check(
                "control: the same with ReLU between the layers",
                rectified.error(),
                Bound.above(1e-2),
                EvidenceKind.ROUNDING_BOUND,
                "a network that is not affine must differ");
        if (result.scale() == Scale.FULL) {
            evidence.check(
                    "test accuracy with ReLU less that without",
                    with.run().result().testAccuracy() - without.run().result().testAccuracy(),
                    Bound.above(0),
                    EvidenceKind.STATISTICAL,
                    "the requirement's");
        }
        evidence.assertChecks();
    }

    @Requirement("CIFAR-4")
    void convolutionsBeforeTheFullyConnectedLayers(Experiments experiments, Evidence evidence) {
        Variations.Result result = experiments.run(new Variations(List.of(Variation.BASE, Variation.LAYERS_WITH_RELU)));
        Trial trial = result.of(Variation.BASE);
        VariationFigure figure = new VariationFigure("With convolutions and without", result);
        show(figure, evidence);
        evidence.answer("What came out", new VariationAnswers(result).outcome(Variation.BASE));
        evidence.answer(
                "What do convolutions bring?",
                new VariationAnswers(result).order(Variation.BASE, Variation.LAYERS_WITH_RELU));
        checkParameters(evidence, trial, 62_006);
        checkAboveChance(evidence, result, trial);
        if (result.scale() == Scale.FULL) {
            evidence.check(
                    "test accuracy less that of the fully connected layers after as many epochs",
                    trial.after(result.commonEpochs(), Curve.TEST_ACCURACY)
                            - result.of(Variation.LAYERS_WITH_RELU).after(result.commonEpochs(), Curve.TEST_ACCURACY),
                    Bound.above(0),
                    EvidenceKind.STATISTICAL,
                    "the requirement's");
        }
        evidence.assertChecks();
    }

    @Requirement("CIFAR-5")
    void largestBatchComesLeastFarInAnEpoch(Experiments experiments, Evidence evidence) {
        Variations.Result result = experiments.run(new Variations(Variation.BATCHES));
        VariationFigure figure = new VariationFigure("Batches of 1, 4 and 1,000", result);
        int epochs = result.commonEpochs();
        show(figure, evidence);
        evidence.answer("What does the batch size do?", new VariationAnswers(result).batches());
        for (Variation smaller : List.of(Variation.BATCH_OF_1, Variation.BASE)) {
            evidence.check(
                    "training loss of batches of 1,000 less that of " + smaller.title() + ", after " + epochs
                            + " epochs",
                    result.of(Variation.BATCH_OF_1000).after(epochs, Curve.MEAN_TRAINING_LOSS)
                            - result.of(smaller).after(epochs, Curve.MEAN_TRAINING_LOSS),
                    Bound.above(0),
                    EvidenceKind.STATISTICAL,
                    "the requirement's: the least progress at equal epochs and rate");
        }
        evidence.assertChecks();
    }

    @Requirement("CIFAR-6")
    void learningRateOfTenIsDetectedAndReported(Experiments experiments, Evidence evidence) {
        Variations.Result result = experiments.run(new Variations(Variation.RATES));
        VariationAnswers answers = new VariationAnswers(result);
        VariationFigure figure = new VariationFigure("Learning rates from 10 to .0001", result);
        Trial ten = result.of(Variation.RATE_10);
        show(figure, evidence);
        evidence.answer("What does each learning rate do?", answers.rates());
        evidence.check(
                "1 if something is learnt at a rate of 10, else 0",
                answers.learntNothing(Variation.RATE_10) ? 0 : 1,
                Bound.exactly(0),
                EvidenceKind.STATISTICAL,
                "the requirement's: test accuracy within .02 of chance, or a loss that is no number");
        evidence.check(
                "points of its curves that are no numbers",
                ten.curves().values().values().stream()
                        .flatMapToDouble(Arrays::stream)
                        .filter(value -> !Double.isFinite(value))
                        .count(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "a run that diverges ends there, and its curves before");
        evidence.check(
                "control: 1 if the tutorial's rate learns nothing either, else 0",
                answers.learntNothing(Variation.BASE) ? 1 : 0,
                Bound.exactly(0),
                EvidenceKind.STATISTICAL,
                "the same network learns at .001");
        evidence.assertChecks();
    }

    @Requirement("CIFAR-7")
    void augmentationChangesTrainingImagesAlone(Experiments experiments, CourseSettings settings, Evidence evidence) {
        Variations.Result result = experiments.run(new Variations(List.of(Variation.BASE, Variation.AUGMENTED)));
        VariationAnswers answers = new VariationAnswers(result);
        VariationFigure figure = new VariationFigure("With augmentation and without", result);
        show(figure, evidence);
        evidence.answer("Does it keep the network from learning by heart?", answers.augmentation());
        evidence.answer("What came out", answers.comparison(Variation.BASE, Variation.AUGMENTED));
        evidence.figure(new AugmentationSheet(result.prepared(), settings.seed()).figure());
        TrainingPlan still = still(result);
        TrainingResult plain = untrained(still, result, settings);
        TrainingResult augmented = untrained(still.withAugmentation(Augmentation.defaults()), result, settings);
        RepeatedRun.ofProcess()
                .checkBits(
                        evidence,
                        "test probabilities that augmentation changes when nothing is learnt",
                        differences(
                                plain.testProbabilities().values(),
                                augmented.testProbabilities().values()),
                        "test images are left alone: the same network says the same of them, to the bit");
        evidence.check(
                "control: difference of the training loss",
                Math.abs(plain.curves().of(Curve.MEAN_TRAINING_LOSS)[0]
                        - augmented.curves().of(Curve.MEAN_TRAINING_LOSS)[0]),
                Bound.above(1e-6),
                EvidenceKind.EXACT,
                "training images are changed");
        if (result.scale() == Scale.FULL) {
            evidence.check(
                    "gap of training and test accuracy with augmentation less that without",
                    answers.gap(Variation.AUGMENTED) - answers.gap(Variation.BASE),
                    Bound.below(0),
                    EvidenceKind.STATISTICAL,
                    "the requirement's");
        }
        evidence.assertChecks();
    }

    @Requirement("CIFAR-8")
    void meanSquaredErrorInPlaceOfCrossEntropy(Experiments experiments, Evidence evidence) {
        Variations.Result result = experiments.run(new Variations(List.of(Variation.BASE, Variation.SQUARED_ERROR)));
        Trial squared = result.of(Variation.SQUARED_ERROR);
        VariationAnswers answers = new VariationAnswers(result);
        VariationFigure figure = new VariationFigure("Cross-entropy and mean squared error", result);
        show(figure, evidence);
        evidence.answer("What came out", answers.comparison(Variation.BASE, Variation.SQUARED_ERROR));
        evidence.answer(
                "Why are the losses not comparable as they are?",
                new Formula(
                        "-\\log \\tfrac{1}{10} = 2.303, \\qquad \\tfrac{1}{10} \\left( .9^2 + 9 \\cdot .1^2 \\right) = .09"),
                "One is a logarithm of a probability, the other a mean of squares over ten outputs with targets 0 and 1. So each is"
                        + " shown as a part of what equal outputs get. The squared error's gradient at the outputs is a fifth of"
                        + " output less target, the cross-entropy's is probability less target: at equal rates it moves less.");
        double[] losses = squared.curves().of(Curve.MEAN_TRAINING_LOSS);
        evidence.check(
                "mean squared error of the last epoch less that of the first",
                losses[losses.length - 1] - losses[0],
                Bound.below(0),
                EvidenceKind.STATISTICAL,
                "the outputs come nearer to the targets");
        if (result.scale() == Scale.FULL) {
            evidence.check(
                    "mean squared error of the last epoch",
                    losses[losses.length - 1],
                    Bound.below(.09),
                    EvidenceKind.ROUNDING_BOUND,
                    "equal outputs of .1, the best that can be said without the image, get .09 on one-hot targets");
            checkAboveChance(evidence, result, squared);
        }
        evidence.assertChecks();
    }

    /** The difference first, then the curves, then the numbers. */
    private static void show(VariationFigure figure, Evidence evidence) {
        evidence.data(figure.result().prepared().data().description());
        evidence.table(figure.differences());
        evidence.figure(figure.figure());
        evidence.table(figure.outcomes());
    }

    private static void checkParameters(Evidence evidence, Trial trial, long expected) {
        evidence.check(
                "parameters of " + trial.variation().title(),
                trial.run().result().parameters().values().length,
                Bound.exactly(expected),
                EvidenceKind.EXACT,
                "the handout's; counted in the trained network");
    }

    private static void checkAboveChance(Evidence evidence, Variations.Result result, Trial trial) {
        evidence.check(
                "test accuracy of " + trial.variation().title(),
                trial.run().result().testAccuracy(),
                Bound.above(
                        ChanceLevel.upperEnd(10, result.prepared().data().test().count())),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance");
    }

    private static void checkBand(Evidence evidence, Trial trial, double lower, double upper) {
        evidence.check(
                "test accuracy at full scale of " + trial.variation().title(),
                trial.run().result().testAccuracy(),
                Bound.between(lower, upper),
                EvidenceKind.STATISTICAL,
                "the requirement's");
    }

    /** One epoch in which nothing is learnt, in large batches. */
    private static TrainingPlan still(Variations.Result result) {
        return new TrainingPlan(
                ColourCifarArchitectures.TUTORIAL,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(0),
                100,
                1,
                Recording.every(result.prepared().data().training().count() / 100, Curve.MEAN_TRAINING_LOSS)
                        .withTestProbabilities());
    }

    private static TrainingResult untrained(TrainingPlan plan, Variations.Result result, CourseSettings settings) {
        return new Trainer(plan, result.prepared().data(), settings.seed()).train(TrainingProgress.SILENT);
    }

    private static long differences(float[] one, float[] other) {
        long count = 0;
        for (int i = 0; i < one.length; i++) {
            count += one[i] == other[i] ? 0 : 1;
        }
        return count;
    }
}
