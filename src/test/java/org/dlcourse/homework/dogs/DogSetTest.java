package org.dlcourse.homework.dogs;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.exercise.ParameterCount.Kernels;
import org.dlcourse.exercise.reference.SummedParameterCount;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Exactness;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingProgress;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

class DogSetTest {
    private static final List<Integer> HIDDEN = List.of(128, 64);
    private static final int PIXELS = 64 * 64;

    private final ParameterCount parameterCount = new SummedParameterCount();

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
        evidence.answer(
                "What are their size and colours?",
                String.format(
                        Locale.ROOT,
                        "%d x %d pixels of red, green and blue. They are coloured, not gray pictures in three channels: in %.1f %% of"
                                + " the pixels the three differ.",
                        images.training().height(),
                        images.training().width(),
                        100 * facts.colouredPixels()));
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
                Bound.exactly(3.0 * PIXELS),
                Exactness.EXACT,
                "64 x 64 pixels of three colours");
        evidence.check("breeds", images.classes().size(), Bound.exactly(10), Exactness.EXACT, "the handout's");
        evidence.check(
                "breeds that are missing in a partition",
                facts.missingBreeds(),
                Bound.exactly(0),
                Exactness.EXACT,
                "each network is trained, judged and tested on all");
        evidence.check(
                "part of the pixels with colour",
                facts.colouredPixels(),
                Bound.above(.5),
                Exactness.EXACT,
                "a gray picture in three channels would have none");
        evidence.assertChecks();
    }

    @Requirement("DOGS-4")
    void hardImagesAreThoseWithTheLargestLoss(Experiments experiments, Evidence evidence) {
        DogNetworks.Result result = experiments.run(new DogNetworks());
        PartitionedImages images = result.images().images();
        HardImages hard = HardImages.of(images.test(), images.classes(), result.best());
        evidence.data(result.images().data().description());
        evidence.answer("Why may these three be hard?", hard.why());
        evidence.figure(hard.figure(result.images().data().description()));
        evidence.table(hard.table());
        evidence.check("hard images", hard.hardest().size(), Bound.exactly(3), Exactness.EXACT, "the handout's");
        evidence.check(
                "other test images of the breed whose right class gets less than the third hard one's",
                harder(images.test(), hard),
                Bound.exactly(0),
                Exactness.EXACT,
                "counted from the network's outputs: hard is what the network finds hard");
        evidence.check(
                "hard images that are classified right",
                hard.hardest().stream()
                        .filter(prediction -> prediction.predicted() == hard.breed())
                        .count(),
                Bound.exactly(0),
                Exactness.STATISTICAL,
                "the three worst of the breed that the network knows least");
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

    @Requirement("DOGS-5")
    void connectionsOfTheFullyConnectedNetworkAreCounted(Evidence evidence) {
        long parameters = parameterCount.perceptron(3 * PIXELS, HIDDEN, 10);
        long biases = 128 + 64 + 10;
        long grayWeights = parameterCount.perceptron(PIXELS, HIDDEN, 10) - biases;
        evidence.answer(
                "How many weights does the network have?",
                String.format(
                        Locale.ROOT,
                        "12,288 x 128 + 128 x 64 + 64 x 10 = %,d weights, and %d biases. An image has 64 x 64 pixels of THREE"
                                + " colours; the %,d of the handout's own answer are those of a gray image.",
                        parameters - biases,
                        biases,
                        grayWeights));
        evidence.table(layers(DogNetworks.PERCEPTRON));
        evidence.check("weights", parameters - biases, Bound.exactly(1_581_696), Exactness.EXACT, "by hand");
        evidence.check(
                "parameters by DL4J",
                parametersOfDl4j(DogNetworks.PERCEPTRON),
                Bound.exactly(1_581_696 + 202),
                Exactness.EXACT,
                "weights and biases, counted by the library");
        evidence.check(
                "control: weights when the colours are forgotten",
                grayWeights,
                Bound.exactly(533_120),
                Exactness.EXACT,
                "the handout's answer: the mistake is named by its number");
        evidence.assertChecks();
    }

    @Requirement("DOGS-6")
    void fullyConnectedNetworkIsTrainedUntilItsValidationLossIsFlat(Experiments experiments, Evidence evidence) {
        DogNetworks.Result result = experiments.run(new DogNetworks());
        DogAnswers answers = new DogAnswers(result);
        show(result, result.perceptron(), evidence);
        evidence.answer("What are loss and accuracy to each other?", answers.interaction(result.perceptron()));
        evidence.table(answers.table());
        checkTraining(result, result.perceptron(), evidence);
        if (result.scale() == Scale.FULL) {
            evidence.check(
                    "test accuracy",
                    result.perceptron().testAccuracy().mean(),
                    Bound.above(answers.chance()),
                    Exactness.STATISTICAL,
                    "three standard errors above chance; students have published .207 to .241");
        }
        evidence.assertChecks();
    }

    @Requirement("DOGS-8")
    void connectionsOfTheConvolutionalNetworkAreCounted(Evidence evidence) {
        Architecture network = DogNetworks.CONVOLUTIONAL;
        long convolutions = parameterCount.convolutions(3, List.of(new Kernels(5, 5, 16), new Kernels(5, 5, 32)));
        long prediction = parameterCount.perceptron(13 * 13 * 32, List.of(), 10);
        long biases = 16 + 32 + 10;
        evidence.answer(
                "How many weights does the network have?",
                String.format(
                        Locale.ROOT,
                        "Kernels of 5 x 5 that move by 2: 64 pixels become 30 and then 13. 5 x 5 x 3 x 16 + 5 x 5 x 16 x 32 +"
                                + " 13 x 13 x 32 x 10 = %,d weights, and %d biases: a kernel's weights are shared by all its places"
                                + " and count once, whatever the size of the picture. The handout's answer counts places.",
                        convolutions + prediction - biases,
                        biases));
        evidence.answer(
                "Why these kernels and strides?",
                "5 x 5 pixels hold an eye or a nose at this size; a stride of 2 does what pooling would, so that the second layer's"
                        + " units see 13 pixels and the prediction layer is left with 5,408 inputs in place of 12,288.");
        evidence.table(layers(network));
        evidence.check(
                "weights by formula",
                convolutions + prediction - biases,
                Bound.exactly(1_200 + 12_800 + 54_080),
                Exactness.EXACT,
                "by hand");
        evidence.check(
                "parameters by DL4J less those by formula",
                parametersOfDl4j(network) - (double) (convolutions + prediction),
                Bound.exactly(0),
                Exactness.EXACT,
                "counted by the library");
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
                Exactness.EXACT,
                "the first such epoch is the last");
        if (!lastIsFlat) {
            evidence.check(
                    "epochs, with no flat one",
                    losses.length,
                    Bound.exactly(repeats.plan().epochs()),
                    Exactness.EXACT,
                    "the rule ends training, or the most epochs do");
        }
        evidence.check(
                "control: epochs of the same network with a learning rate of 0, of 5 at most",
                epochsWithoutLearning(result, repeats.architecture()),
                Bound.exactly(2),
                Exactness.EXACT,
                "nothing is learnt, so that the second epoch is flat and the last");
        evidence.check(
                "training loss after the first epoch less that after the last",
                curves.of(Curve.TRAINING_SET_LOSS)[0] - curves.finalMean(Curve.TRAINING_SET_LOSS, 1),
                Bound.above(0),
                Exactness.STATISTICAL,
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

    private static DataTable layers(Architecture architecture) {
        return new DataTable(
                "Layers of the network",
                List.of("Layer", "Output", "Parameters"),
                architecture.table().stream()
                        .map(row -> List.<Object>of(row.layer(), row.output(), row.parameters()))
                        .toList());
    }

    private static long parametersOfDl4j(Architecture architecture) {
        MultiLayerNetwork network =
                new NetworkFactory(new NoOp(), Initialisation.PYTORCH, DataType.FLOAT).create(architecture, 1);
        long parameters = network.numParams();
        network.close();
        return parameters;
    }
}
