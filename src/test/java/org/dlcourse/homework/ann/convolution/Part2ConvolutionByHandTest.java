package org.dlcourse.homework.ann.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlcourse.dataset.npy.NpyReader;
import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.exercise.reference.ShiftedSumConvolution2d;
import org.dlcourse.figure.DataTable;
import org.dlcourse.kit.RelativeError;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.factory.Nd4j;

class Part2ConvolutionByHandTest {
    private static final Path GOLDEN = Path.of("fixtures", "convolution2d");
    private static final int GOLDEN_CASES = 24;
    private static final double TOLERANCE = 1e-12;
    private static final String WHY =
            "at most 5 x 7 x 7 products a value (16 for the digits): summing them in any order rounds by less"
                    + " than 245 ulp of their absolute sum, 3e-14 of it; the largest output, by which the difference is"
                    + " divided, is taken to be at least a thirtieth of that sum";

    private final Convolution2d convolution = new ShiftedSumConvolution2d();

    @Requirement("ANN-2.1")
    void convolutionByHandEqualsPytorchAndDl4j(CourseSettings settings, Evidence evidence) {
        List<ConvolutionInputs> inputs = ConvolutionInputs.of(settings);
        INDArray picture =
                convolution.forward(inputs.get(0).images(), inputs.get(0).kernel());
        evidence.answer(
                "How it is done",
                "For each place of the kernel, all images are shifted by it and multiplied by the weights at that place, as"
                        + " one matrix product over channels; the sum over the places is the convolution. There is no loop"
                        + " over images or pixels, and no convolution of a library.");
        evidence.figure(new ConvolutionPicture(inputs.get(0).source(), picture).figure());

        List<Case> cases = goldenCases();
        evidence.table(table(cases));
        double worst = cases.stream().mapToDouble(Case::pytorch).max().orElseThrow();
        double worstDl4j = cases.stream().mapToDouble(Case::dl4j).max().orElseThrow();
        double leastFlipped = cases.stream()
                .filter(golden -> golden.kernelShape()[2] * golden.kernelShape()[3] > 1)
                .mapToDouble(Case::flipped)
                .min()
                .orElseThrow();
        double worstInput = inputs.stream()
                .mapToDouble(input -> relativeError(
                        convolution.forward(input.images(), input.kernel()), dl4j(input.images(), input.kernel())))
                .max()
                .orElseThrow();
        inputs.forEach(input -> evidence.data("convolution inputs: " + input.source()));
        evidence.check(
                "largest relative difference from PyTorch", worst, Bound.atMost(TOLERANCE), EvidenceKind.EXACT, WHY);
        evidence.check(
                "largest relative difference from DL4J", worstDl4j, Bound.atMost(TOLERANCE), EvidenceKind.EXACT, WHY);
        evidence.check(
                "the same on the digits, " + inputs.size() + " set(s) of 5",
                worstInput,
                Bound.atMost(TOLERANCE),
                EvidenceKind.EXACT,
                WHY);
        evidence.check(
                "control: smallest difference with the kernel flipped",
                leastFlipped,
                Bound.above(1e-3),
                EvidenceKind.EXACT,
                "a flipped kernel of random weights gives other sums; a check that cannot tell proves nothing");

        assertThat(cases).as("random shapes compared").hasSizeGreaterThanOrEqualTo(20);
        evidence.assertChecks();
        assertThat(inputs.get(0).images().shape()).containsExactly(5, 1, 28, 28);
        assertThat(inputs.get(0).images().dataType()).isEqualTo(DataType.UINT8);
        assertThat(inputs.get(0).kernel().shape()).containsExactly(8, 1, 4, 4);
        assertThat(picture.shape()).as("shape of the output").containsExactly(5, 8, 25, 25);
    }

    @Requirement("ANN-2.2")
    void outputsOfOneKernelResembleEachOtherMoreThanOutputsOfOneImage(CourseSettings settings, Evidence evidence) {
        List<ConvolutionInputs> inputs = ConvolutionInputs.of(settings);
        List<INDArray> outputs = inputs.stream()
                .map(input -> convolution.forward(input.images(), input.kernel()))
                .toList();
        List<TileCorrelation> correlations =
                outputs.stream().map(TileCorrelation::aboutZero).toList();
        TileCorrelation shown = correlations.get(0);
        inputs.forEach(input -> evidence.data("convolution inputs: " + input.source()));
        evidence.answer(
                "Why are convolutional networks important, and why for images?",
                "What makes up an image is local and may lie anywhere in it. A convolution layer looks at small"
                        + " neighbourhoods, with the same weights everywhere: it needs few parameters, whatever the"
                        + " image's size, and what it learns in one place it knows in all. Layers in a row see ever larger"
                        + " neighbourhoods, and so go from edges to parts to things.");
        evidence.answer(
                "What is a kernel, and what do its sizes mean?",
                "A small array of weights that is laid on every place of the image; the output there is the sum of the"
                        + " products. The sizes of the kernel array are filters x channels x height x width: how many"
                        + " outputs there are, how many input channels each adds up, and how large a neighbourhood it sees."
                        + " Here: 8 x 1 x 4 x 4.");
        evidence.answer(
                "What does the picture show?",
                "Five images, one a row, seen through eight kernels, one a column. Each kernel brings out its own feature,"
                        + " such as edges in one direction: bright where the image has it, dark where it has the opposite."
                        + " A tile has 28 - 4 + 1 = 25 pixels a side, since the kernel must lie within the image.");
        evidence.answer("Why do tiles of one column look alike, although their images differ?", sameColumn(shown));
        evidence.answer("Why do tiles of one row not look alike, although their image is the same?", sameRow(shown));
        evidence.answer("What follows for convolution layers?", whatFollows(shown));
        evidence.figure(shown.figure(inputs.get(0).source()));
        evidence.figure(new ConvolutionPicture(
                        inputs.get(0).source(),
                        convolution.forward(
                                inputs.get(0).images(), inputs.get(0).kernel()))
                .figure());
        evidence.table(resemblance(inputs, outputs));
        evidence.check(
                "smallest difference of the mean correlations, column less row",
                correlations.stream()
                        .mapToDouble(correlation -> correlation.sameKernel() - correlation.sameImage())
                        .min()
                        .orElseThrow(),
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "tiles of one kernel correlate more than tiles of one image");
        evidence.check(
                "probability of their mean difference by chance",
                TileCorrelation.permutationProbability(correlations, settings.seed()),
                Bound.below(0.01),
                EvidenceKind.STATISTICAL,
                "permutation test: the same tiles, dealt to the places of the picture at random 2,000 times");

        evidence.assertChecks();
    }

    private static String sameColumn(TileCorrelation correlation) {
        return String.format(
                Locale.ROOT,
                "They went through the same kernel, which answers to the same feature with the same sign in each; what differs is"
                        + " where the strokes lie. The mean correlation of two tiles of a column, pixel by pixel, is %.2f here.",
                correlation.sameKernel());
    }

    private static String sameRow(TileCorrelation correlation) {
        return String.format(
                Locale.ROOT,
                "Each kernel takes something else from the image: where one answers, another may be silent or answer with the"
                        + " opposite sign. The mean correlation of two tiles of a row is %.2f here, %s that of a column.",
                correlation.sameImage(),
                correlation.sameImage() < correlation.sameKernel() ? "below" : "not below");
    }

    private static String whatFollows(TileCorrelation correlation) {
        return (correlation.sameImage() < correlation.sameKernel()
                        ? "What a channel of the output looks like is decided by its kernel more than by the image. "
                        : "In these images and kernels, the image decides as much as the kernel what a channel looks like. ")
                + "A layer is a set of feature detectors: the same ones for every image and every place, different ones from"
                + " channel to channel. Training has to find useful ones, and they must differ to be of use.";
    }

    @Test
    void answersOnTheTilesFollowTheCorrelations() {
        TileCorrelation alike = new TileCorrelation(
                2, 2, new double[][] {{1, .8, .1, .1}, {.8, 1, .1, .1}, {.1, .1, 1, .8}, {.1, .1, .8, 1}});
        TileCorrelation opposite = new TileCorrelation(
                2, 2, new double[][] {{1, .1, .8, .1}, {.1, 1, .1, .8}, {.8, .1, 1, .1}, {.1, .8, .1, 1}});

        assertThat(sameColumn(alike)).contains("is 0.80 here");
        assertThat(sameRow(alike)).contains("is 0.10 here, below that of a column");
        assertThat(whatFollows(alike)).startsWith("What a channel of the output looks like is decided by its kernel");
        assertThat(sameRow(opposite)).contains("is 0.80 here, not below that of a column");
        assertThat(whatFollows(opposite)).startsWith("In these images and kernels, the image decides as much");
    }

    private static DataTable resemblance(List<ConvolutionInputs> inputs, List<INDArray> outputs) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            TileCorrelation aboutZero = TileCorrelation.aboutZero(outputs.get(i));
            TileCorrelation aboutMean = TileCorrelation.aboutMean(outputs.get(i));
            rows.add(List.of(
                    inputs.get(i).source(),
                    aboutZero.sameKernel(),
                    aboutZero.sameImage(),
                    aboutMean.sameKernel(),
                    aboutMean.sameImage()));
        }
        return new DataTable(
                "Mean correlation of two tiles",
                List.of(
                        "Images and kernels",
                        "one kernel, two images",
                        "one image, two kernels",
                        "the first about each tile's mean",
                        "the second about each tile's mean"),
                rows);
    }

    @Test
    void correlationsOfMadeUpTilesAreThoseOfTheirKernelsAndImages() {
        // Two images, three kernels: a tile is its kernel's pattern but for the sign of kernel 3 in image 2.
        double[] output = {1, 2, 3, 3, 1, 2, 0, 1, 0, /* image 2 */ 2, 3, 4, 6, 2, 4, 0, -1, 0};
        TileCorrelation correlation =
                TileCorrelation.aboutMean(Nd4j.createFromArray(output).reshape('c', 2, 3, 1, 3));

        assertThat(correlation.sameKernel()).as("mean of 1, 1 and -1").isCloseTo(1.0 / 3, within(1e-12));
        assertThat(correlation.correlations()[0][1])
                .as("kernel 1 in both images")
                .isCloseTo(1, within(1e-12));
        assertThat(correlation.correlations()[4][5])
                .as("kernel 3 in both images")
                .isCloseTo(-1, within(1e-12));
        assertThat(correlation.correlations()[0][2])
                .as("kernels 1 and 2 in image 1: 1 2 3 with 3 1 2")
                .isCloseTo(-0.5, within(1e-12));
    }

    @Test
    void tilesThatNeitherKernelNorImageTellsApartAreNoFinding() {
        INDArray noise = Nd4j.createFromArray(
                        SeededRandom.of(7, "noise").doubles(5 * 8 * 25 * 25).toArray())
                .reshape('c', 5, 8, 25, 25);

        assertThat(TileCorrelation.permutationProbability(List.of(TileCorrelation.aboutZero(noise)), 1))
                .as("control: probability for noise")
                .isGreaterThan(0.01);
    }

    @Test
    void outputWithOneNaNDoesNotPass() {
        INDArray expected = golden(1, "output");
        INDArray actual = expected.dup('c');
        actual.putScalar(actual.length() / 2, Double.NaN);

        assertThat(relativeError(actual, expected) <= TOLERANCE)
                .as("comparison of an output with one NaN in its middle")
                .isFalse();
    }

    /** One random shape, with the differences of our output from PyTorch's, DL4J's and that of a flipped kernel. */
    private record Case(long[] inputShape, long[] kernelShape, double pytorch, double dl4j, double flipped) {}

    private List<Case> goldenCases() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < GOLDEN_CASES; i++) {
            INDArray input = golden(i, "input");
            INDArray kernel = golden(i, "kernel");
            INDArray expected = golden(i, "output");
            INDArray ours = convolution.forward(input, kernel);
            INDArray flipped = convolution.forward(
                    input, Nd4j.reverse(kernel.dup('c').reshape(-1)).reshape(kernel.shape()));
            cases.add(new Case(
                    input.shape(),
                    kernel.shape(),
                    relativeError(ours, expected),
                    relativeError(ours, dl4j(input, kernel)),
                    relativeError(flipped, expected)));
        }
        return cases;
    }

    private static INDArray golden(int number, String what) {
        return NpyReader.read(GOLDEN.resolve(String.format(Locale.ROOT, "%02d_%s.npy", number, what)))
                .toNd4j();
    }

    private static INDArray dl4j(INDArray input, INDArray kernel) {
        Conv2DConfig config = Conv2DConfig.builder()
                .kH(kernel.size(2))
                .kW(kernel.size(3))
                .sH(1)
                .sW(1)
                .dataFormat(Conv2DConfig.NCHW)
                .weightsFormat(WeightsFormat.OIYX)
                .build();
        return Nd4j.cnn().conv2d(input.castTo(DataType.DOUBLE), kernel.castTo(DataType.DOUBLE), config);
    }

    private static double relativeError(INDArray actual, INDArray expected) {
        assertThat(actual.shape()).as("shape").isEqualTo(expected.shape());
        return RelativeError.of(
                actual.dup('c').data().asDouble(), expected.dup('c').data().asDouble());
    }

    private static DataTable table(List<Case> cases) {
        return new DataTable(
                "Relative differences over random shapes, double precision",
                List.of("Input", "Kernel", "from PyTorch", "from DL4J", "control: kernel flipped"),
                cases.stream()
                        .map(c -> List.<Object>of(
                                Arrays.toString(c.inputShape()),
                                Arrays.toString(c.kernelShape()),
                                String.format(Locale.ROOT, "%.1e", c.pytorch()),
                                String.format(Locale.ROOT, "%.1e", c.dl4j()),
                                String.format(Locale.ROOT, "%.1e", c.flipped())))
                        .toList());
    }
}
