package org.dlcourse.homework.ann.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.dlcourse.dataset.Examples;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.exercise.ParameterCount.Kernels;
import org.dlcourse.exercise.reference.DifferenceGradientFromWeights;
import org.dlcourse.exercise.reference.SummedParameterCount;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Formula;
import org.dlcourse.homework.ann.GrayCifar10;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.homework.ann.basics.GradientIdentity.Comparison;
import org.dlcourse.homework.ann.basics.PosteriorExperiment.Estimate;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.model.Shape;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.TrainingData;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;

class Part1BasicConceptsTest {
    /** That of the handout's part 4. */
    private static final double RATE = 0.01;

    private static final int LOOPS = 30;
    private static final int RANDOM_NETWORKS = 200;
    private static final String COUNTED = "whole numbers, counted: any difference is an error";

    private final ParameterCount parameterCount = new SummedParameterCount();

    @Requirement("ANN-1.1")
    void softmaxOfANetworkTrainedWithCrossEntropyApproximatesTheClassPosterior(
            Experiments experiments, Evidence evidence) {
        PosteriorExperiment.Result result = experiments.run(new PosteriorExperiment());
        Estimate shown = result.trained().get(0);
        evidence.data(result.data().description());
        evidence.answer(
                "Which function does a classifier trained with cross-entropy approximate?",
                new Formula("f_{\\theta}(x)_c \\approx P(y = c \\, | \\, x)"),
                "The posterior of the classes: for each input the probability of every class, given that input.");
        evidence.answer(
                "How is the loss defined for that, and why does it lead there?",
                new Formula("L(\\theta) = -\\frac{1}{N} \\sum_{i=1}^{N} \\log f_{\\theta}(x_i)_{y_i}"
                        + " \\;\\longrightarrow\\; H(Y|X) + E_x\\left[ KL\\left( P(\\cdot|x) \\,\\|\\, f_{\\theta}(x)"
                        + " \\right) \\right]"),
                String.format(
                        Locale.ROOT,
                        "The loss is the mean negative logarithm of the probability that the network gives the right class,"
                                + " so minimising it maximises the likelihood of the labels. With many examples it comes to"
                                + " the entropy that the labels have anyway plus the divergence of the network from the"
                                + " posterior. The first part is not the network's doing; the second is never negative and 0"
                                + " for the posterior alone. Here, where the posterior is known: entropy %.4f nats, divergence"
                                + " %.4f, together %.4f, the network's cross-entropy.",
                        shown.conditionalEntropy(),
                        shown.divergence(),
                        shown.crossEntropy()));
        evidence.figure(new PosteriorFigure(shown, "Data: " + result.data().description() + ".").figure());
        evidence.table(estimates(result));
        evidence.check(
                "largest mean absolute difference of a probability, over "
                        + runs(result.trained().size()),
                result.trained().stream()
                        .mapToDouble(Estimate::meanAbsoluteDifference)
                        .reduce(0, Math::max),
                Bound.atMost(.03),
                EvidenceKind.STATISTICAL,
                "the requirement's; over points that no network has seen");
        evidence.check(
                "least cross-entropy less conditional entropy, in nats",
                result.trained().stream()
                        .mapToDouble(estimate -> estimate.crossEntropy() - estimate.conditionalEntropy())
                        .min()
                        .orElseThrow(),
                Bound.above(0),
                EvidenceKind.EXACT,
                "Gibbs's inequality: no network can be below the entropy");
        evidence.check(
                "largest |cross-entropy - conditional entropy - divergence|, each summed by itself",
                result.trained().stream()
                        .mapToDouble(estimate -> Math.abs(
                                estimate.crossEntropy() - estimate.conditionalEntropy() - estimate.divergence()))
                        .reduce(0, Math::max),
                Bound.atMost(1e-12),
                EvidenceKind.EXACT,
                "some ten roundings a point of numbers up to 10, averaged over the points");
        evidence.check(
                "largest distance, in standard errors, of (loss - entropy) by drawn labels from the divergence",
                result.trained().stream()
                        .mapToDouble(estimate -> Math.abs(estimate.excessLossByLabels() - estimate.divergence())
                                / estimate.standardErrorOfExcess())
                        .reduce(0, Math::max),
                Bound.atMost(4),
                EvidenceKind.STATISTICAL,
                "four standard errors of the mean over the labels");
        evidence.check(
                "control: mean absolute difference of an untrained network",
                result.untrained().meanAbsoluteDifference(),
                Bound.above(.03),
                EvidenceKind.STATISTICAL,
                "must fail the first bound");

        evidence.assertChecks();
    }

    private static String runs(int count) {
        return count == 1 ? "1 run" : count + " runs";
    }

    private static DataTable estimates(PosteriorExperiment.Result result) {
        List<List<Object>> rows = new ArrayList<>();
        result.trained().forEach(estimate -> rows.add(row("trained, seed " + estimate.seed(), estimate)));
        rows.add(row("control: untrained", result.untrained()));
        return new DataTable(
                "Over the test points, in nats",
                List.of(
                        "Network",
                        "mean |softmax - posterior|",
                        "conditional entropy",
                        "divergence",
                        "cross-entropy",
                        "loss - entropy by labels"),
                rows);
    }

    private static List<Object> row(String name, Estimate estimate) {
        return List.of(
                name,
                fine(estimate.meanAbsoluteDifference()),
                fine(estimate.conditionalEntropy()),
                fine(estimate.divergence()),
                fine(estimate.crossEntropy()),
                String.format(
                        Locale.ROOT, "%.5f ± %.5f", estimate.excessLossByLabels(), estimate.standardErrorOfExcess()));
    }

    private static String fine(double number) {
        return String.format(Locale.ROOT, "%.5f", number);
    }

    @Test
    void posteriorOfTheMixtureIsWhatCountingItsPointsGives() {
        Examples points = GaussianMixture.draw(200_000, SeededRandom.of(1, "counting"));
        double[] features = points.features().data().asDouble();
        double expected = 0;
        int inBox = 0;
        int ofFirstClass = 0;
        for (int i = 0; i < points.count(); i++) {
            double x = features[2 * i];
            double y = features[2 * i + 1];
            if (Math.abs(x) < 0.5 && Math.abs(y - 1) < 0.5) {
                inBox++;
                ofFirstClass += points.labels()[i] == 0 ? 1 : 0;
                expected += GaussianMixture.posterior(x, y)[0];
            }
        }
        double frequency = (double) ofFirstClass / inBox;
        assertThat(frequency)
                .as("frequency of the first class among %d points of a box, within four standard errors", inBox)
                .isCloseTo(expected / inBox, within(4 * Math.sqrt(frequency * (1 - frequency) / inBox)));
    }

    @Requirement("ANN-1.2")
    void gradientFromTwoWeightsEqualsBackPropagations(
            Experiments experiments, CourseSettings settings, Evidence evidence) {
        TrainingData data = experiments.run(new GrayCifar10()).data();
        Optimiser plain = new Optimiser.Sgd(RATE);
        List<Comparison> inDouble = compare(data, DataType.DOUBLE, plain, settings);
        List<Comparison> inFloat = compare(data, DataType.FLOAT, plain, settings);
        List<Comparison> withMomentum = compare(data, DataType.DOUBLE, new Optimiser.Momentum(RATE, 0.9), settings);
        evidence.data(data.description());
        evidence.answer(
                "How does one get the gradient at step k from the weights before and after it?",
                new Formula("w_{k+1} = w_k - \\gamma \\nabla_{w} L |_{w = w_k} \\quad \\Rightarrow \\quad"
                        + " \\nabla_{w} L |_{w = w_k} = \\frac{w_k - w_{k+1}}{\\gamma}"),
                String.format(
                        Locale.ROOT,
                        "A step of plain gradient descent subtracts γ times the gradient and nothing else, so the difference of"
                                + " the weights divided by γ is the gradient. It holds for the loss of the step's batch,"
                                + " and only without momentum and without a penalty on weights: with momentum .9 the same"
                                + " quotient is wrong by %.0f %% to %.0f %% of the largest component here. A computer"
                                + " rounds the new weights, so a gradient much smaller than the weights' last digit divided"
                                + " by γ cannot be seen this way.",
                        100 * smallest(withMomentum),
                        100 * largest(withMomentum)));
        evidence.figure(new GradientIdentityFigure(
                        inDouble,
                        inFloat,
                        withMomentum,
                        "Learning rate " + RATE + ", seed " + settings.seed() + ". Data: " + data.description() + ".")
                .figure());
        evidence.table(new GradientIdentityFigure(inDouble, inFloat, withMomentum, "").table());
        evidence.check(
                "largest relative error in double",
                largest(inDouble),
                Bound.atMost(1e-10),
                EvidenceKind.EXACT,
                "rounding allows " + scientific(largestBound(inDouble)) + " at most, see the table");
        evidence.check(
                "largest relative error in float",
                largest(inFloat),
                Bound.atMost(1e-3),
                EvidenceKind.ROUNDING_BOUND,
                "rounding allows " + scientific(largestBound(inFloat)) + " at most, see the table");
        evidence.check(
                "largest error as a part of its rounding bound, double and float",
                Stream.concat(inDouble.stream(), inFloat.stream())
                        .mapToDouble(error -> error.relativeError() / error.roundingBound())
                        .reduce(0, Math::max),
                Bound.atMost(1),
                EvidenceKind.ROUNDING_BOUND,
                "u (|w| / (γ |g|) + 4) with u = 2^-53 or 2^-24, |w| and |g| the layer's largest weight and gradient");
        evidence.check(
                "control: smallest relative error of a layer with momentum .9",
                smallest(withMomentum),
                Bound.above(0.01),
                EvidenceKind.ROUNDING_BOUND,
                "must fail: the step then has nine tenths of the earlier ones in it");

        assertThat(inDouble).as("weights and biases of 2 and 4 layers").hasSize(2 * 2 + 2 * 4);
        evidence.assertChecks();
    }

    private static List<Comparison> compare(
            TrainingData data, DataType dataType, Optimiser optimiser, CourseSettings settings) {
        return Stream.of(GrayCifarArchitectures.MLP_1, GrayCifarArchitectures.CNN_3)
                .map(architecture ->
                        new GradientIdentity(architecture, dataType, optimiser, new DifferenceGradientFromWeights()))
                .flatMap(identity -> identity.compare(data.training(), settings.seed()).stream())
                .toList();
    }

    private static double largest(List<Comparison> comparisons) {
        return comparisons.stream().mapToDouble(Comparison::relativeError).reduce(0, Math::max);
    }

    private static double smallest(List<Comparison> comparisons) {
        return comparisons.stream().mapToDouble(Comparison::relativeError).min().orElseThrow();
    }

    private static double largestBound(List<Comparison> comparisons) {
        return comparisons.stream().mapToDouble(Comparison::roundingBound).max().orElseThrow();
    }

    private static String scientific(double number) {
        return String.format(Locale.ROOT, "%.1e", number);
    }

    @Requirement("ANN-1.3")
    void formulasOfBatchesAndIterationsEqualWhatTheTrainingLoopDoes(CourseSettings settings, Evidence evidence) {
        Random random = SeededRandom.of(settings.seed(), "training loops");
        List<LoopCount> loops = new ArrayList<>(List.of(LoopCount.observe(40, 10, 3), LoopCount.observe(41, 10, 3)));
        while (loops.size() < LOOPS) {
            loops.add(LoopCount.observe(1 + random.nextInt(60), 1 + random.nextInt(25), 1 + random.nextInt(4)));
        }
        evidence.answer(
                "What are a batch and an epoch?",
                "A batch is the set of examples whose mean loss gives the gradient of one step. An epoch is one pass through"
                        + " the training set: every example is in exactly one of its batches.");
        evidence.answer(
                "How many batches has an epoch over N examples, with batches of B?",
                new Formula("\\left\\lceil \\frac{N}{B} \\right\\rceil"),
                "If B does not divide N, the last batch takes what is left. This handout has N = 45,000 (nine tenths of"
                        + " CIFAR-10's 50,000 training images; its 60,000 counts the test images too) and B = 50: "
                        + readable(batches(45_000, 50)) + " batches.");
        evidence.answer(
                "How many steps are made in E epochs?",
                new Formula("E \\left\\lceil \\frac{N}{B} \\right\\rceil"),
                "With this handout's 15 epochs: " + readable(15 * batches(45_000, 50)) + " steps.");
        evidence.table(table(loops));
        long differences = loops.stream()
                .filter(loop -> loop.batchesPerEpoch() != batches(loop.examples(), loop.batchSize())
                        || loop.iterations() != loop.epochs() * batches(loop.examples(), loop.batchSize()))
                .count();
        evidence.check(
                "loops that the formulas miss, of " + loops.size(),
                differences,
                Bound.exactly(0),
                EvidenceKind.EXACT,
                COUNTED);

        assertThat(loops)
                .as("loops whose batch size divides the examples, and loops where it does not")
                .anyMatch(loop -> loop.examples() % loop.batchSize() == 0)
                .anyMatch(loop -> loop.examples() % loop.batchSize() != 0);
        evidence.assertChecks();
        assertThat(batches(45_000, 50)).isEqualTo(900);
        assertThat(15 * batches(45_000, 50)).isEqualTo(13_500);
    }

    @Requirement("ANN-1.4a")
    void parameterFormulaOfPerceptronsEqualsDl4jsCount(CourseSettings settings, Evidence evidence) {
        List<Architecture> random = RandomArchitectures.perceptrons(RANDOM_NETWORKS, settings.seed());
        List<Count> counts = random.stream().map(this::perceptron).toList();
        Count mlp1 = perceptron(GrayCifarArchitectures.MLP_1);
        // FC-64 has no bias, which the formula for layers with biases counts.
        Count mlp2 = perceptron(GrayCifarArchitectures.MLP_2);
        evidence.answer(
                "How many parameters has a perceptron with K hidden layers?",
                new Formula(
                        "\\sum_{k=1}^{K+1} H_k \\left( H_{k-1} + 1 \\right), \\quad H_0 = D_{in},\\; H_{K+1} = D_{out}"),
                "Each of the Hₖ units of layer k has one weight for each of the Hₖ₋₁ values before it, and a bias. A layer"
                        + " without biases, as FC-64 of mlp_2, has Hₖ fewer.");
        evidence.table(countTable(
                Stream.concat(Stream.of(mlp1, mlp2.without(64)), counts.stream().limit(20))
                        .toList()));
        long differences = counts.stream().filter(Count::differs).count();
        evidence.check(
                "random perceptrons whose count the formula misses, of " + counts.size(),
                differences,
                Bound.exactly(0),
                EvidenceKind.EXACT,
                COUNTED);

        evidence.assertChecks();
        assertThat(mlp1).isEqualTo(new Count(mlp1.architecture(), 33_130, 33_130));
        assertThat(mlp2.formula() - 64)
                .as("mlp_2, without FC-64's biases")
                .isEqualTo(mlp2.dl4j())
                .isEqualTo(35_498);
        assertThat(mlp2.differs())
                .as("control: the formula with FC-64's biases")
                .isTrue();
    }

    @Requirement("ANN-1.4b")
    void parameterFormulaOfConvolutionalNetworksEqualsDl4jsCount(CourseSettings settings, Evidence evidence) {
        List<Count> counts = RandomArchitectures.convolutional(RANDOM_NETWORKS, settings.seed()).stream()
                .map(this::convolutional)
                .toList();
        List<Count> catalogue = Stream.of(
                        GrayCifarArchitectures.CNN_3, GrayCifarArchitectures.CNN_4, GrayCifarArchitectures.CNN_5)
                .map(this::convolutional)
                .toList();
        evidence.answer(
                "How many parameters has a network with K convolution layers?",
                new Formula(
                        "\\sum_{k=1}^{K} C_k \\left( H_k W_k C_{k-1} + 1 \\right) + D_{out} \\left( C_K H W + 1 \\right),"
                                + " \\quad C_0 = C_{in}"),
                "Each of the Cₖ filters of layer k has one weight for each of the Hₖ x Wₖ places of each channel before it,"
                        + " and a bias. The size of the image does not enter: weights are shared over places. It enters"
                        + " the prediction layer alone, which sees every pixel that is left: with H x W pixels in each"
                        + " of the last layer's channels, after pooling, each class has C_K H W weights and a bias.");
        evidence.table(countTable(
                Stream.concat(catalogue.stream(), counts.stream().limit(20)).toList()));
        long differences = counts.stream().filter(Count::differs).count();
        evidence.check(
                "random networks whose count the formula misses, of " + counts.size(),
                differences,
                Bound.exactly(0),
                EvidenceKind.EXACT,
                COUNTED);

        evidence.assertChecks();
        assertThat(catalogue).extracting(Count::formula).as("by formula").containsExactly(11_106L, 13_522L, 8_346L);
        assertThat(catalogue).extracting(Count::dl4j).as("DL4J's count").containsExactly(11_106L, 13_522L, 8_346L);
    }

    private static int batches(int examples, int batchSize) {
        return (int) Math.ceil((double) examples / batchSize);
    }

    private static String readable(int number) {
        return DataTable.readable(number);
    }

    private static DataTable table(List<LoopCount> loops) {
        return new DataTable(
                "Training loops that were run and counted",
                List.of("N", "B", "E", "batches by formula", "counted", "steps by formula", "counted"),
                loops.stream()
                        .map(loop -> List.<Object>of(
                                loop.examples(),
                                loop.batchSize(),
                                loop.epochs(),
                                batches(loop.examples(), loop.batchSize()),
                                loop.batchesPerEpoch(),
                                loop.epochs() * batches(loop.examples(), loop.batchSize()),
                                loop.iterations()))
                        .toList());
    }

    /** The parameters of a network by the exercise's formula and by DL4J. */
    private record Count(Architecture architecture, long formula, long dl4j) {
        boolean differs() {
            return formula != dl4j;
        }

        Count without(int biases) {
            return new Count(architecture, formula - biases, dl4j);
        }
    }

    private Count perceptron(Architecture architecture) {
        List<Integer> sizes = architecture.layers().stream()
                .filter(FullyConnected.class::isInstance)
                .map(layer -> ((FullyConnected) layer).units())
                .toList();
        long formula = parameterCount.perceptron(
                (int) architecture.input().size(), sizes.subList(0, sizes.size() - 1), architecture.classes());
        return new Count(architecture, formula, dl4j(architecture));
    }

    private Count convolutional(Architecture architecture) {
        List<Kernels> kernels = architecture.layers().stream()
                .filter(Convolution.class::isInstance)
                .map(Convolution.class::cast)
                .map(layer -> new Kernels(layer.kernelHeight(), layer.kernelWidth(), layer.filters()))
                .toList();
        Shape last = architecture.input();
        for (LayerSpec layer :
                architecture.layers().subList(0, architecture.layers().size() - 1)) {
            last = layer.outputShape(last);
        }
        long formula = parameterCount.convolutions(architecture.input().channels(), kernels)
                + parameterCount.perceptron((int) last.size(), List.of(), architecture.classes());
        return new Count(architecture, formula, dl4j(architecture));
    }

    private static long dl4j(Architecture architecture) {
        return new NetworkFactory(new Sgd(0.1), Initialisation.XAVIER, DataType.FLOAT)
                .create(architecture, 1)
                .numParams();
    }

    private static DataTable countTable(List<Count> counts) {
        return new DataTable(
                "Parameters by formula and by DL4J; of the random networks the first 20",
                List.of("Network", "Input", "Layers", "Formula", "DL4J"),
                counts.stream()
                        .map(count -> List.<Object>of(
                                count.architecture().name(),
                                count.architecture().input(),
                                count.architecture().notation(),
                                count.formula(),
                                count.dl4j()))
                        .toList());
    }
}
