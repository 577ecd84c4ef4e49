package org.dlcourse.homework.dogs.breeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.backend.Backend;
import org.dlcourse.exercise.ConvolutionOutputSize;
import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.dlcourse.exercise.ConvolutionOutputSize.Sliding;
import org.dlcourse.exercise.mistake.ConvolutionOutputSizeMistakes;
import org.dlcourse.exercise.reference.FlooredOutputSize;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Formula;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.Mistake;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class OutputSizeTest {
    private static final int RANDOM_SETTINGS = 300;
    private static final int TOO_LARGE = 100;
    /** Any number will do: the question does not give it. */
    private static final int FILTERS = 5;

    private final ConvolutionOutputSize outputSize = new FlooredOutputSize();

    @Requirement("DOGS-7")
    void outputSizeIsThatOfDl4jAndOfPlacesCountedOneByOne(CourseSettings settings, Evidence evidence) {
        OutputSizeQuestion asked = OutputSizeQuestion.ofHandout();
        List<OutputSizeQuestion> random = OutputSizeQuestion.random(RANDOM_SETTINGS, settings.seed());
        Size size = outputSize.output(asked.input(), asked.sliding());
        evidence.answer(
                "What is the size of the output?",
                new Formula(
                        "\\left\\lfloor \\frac{n + 2 p - d (k - 1) - 1}{s} \\right\\rfloor + 1: \\quad \\left\\lfloor"
                                + " \\frac{32 + 2 \\cdot 4 - 8}{2} \\right\\rfloor + 1 = 17, \\quad \\left\\lfloor \\frac{32 + 2"
                                + " \\cdot 8 - 4}{2} \\right\\rfloor + 1 = 23"),
                size
                        + " for each image and filter. Along each axis the padding p comes on both sides of the n pixels; a kernel of k"
                        + " weights with dilation d spans d (k - 1) + 1 of them; it fits once at the start, and once more for"
                        + " each whole stride s that is left.");
        evidence.answer(
                "And the batch and the channels?",
                "The 16 images of the batch stay 16. The output has one channel a filter, and the number of filters is not"
                        + " given: it is free. The three channels of the input are summed up by each filter and do not show"
                        + " in the output. So the output is 16 x filters x " + size
                        + "; if by its 3 channels the layer's filters are meant, 16 x 3 x " + size + ".");
        evidence.answer(
                "What is wrong with the answer that the handout came with?",
                "Its 17 and 23 are right. Its 3 is the number of channels that go in, taken for that which comes out, and the"
                        + " batch is missing. No max pooling is part of it: the question has none, and a pooling of 2 x 2 would"
                        + " leave 8 x 11. Nor has a filter the size 3 x 32 x 32, which is an image's: it has 3 x 8 x 4 weights."
                        + " Notes beside it take 7 from 40 and 3 from 48: k - 1 is right where places are counted with a stride"
                        + " of 1, but with a stride the 1 must be added after the division.");
        evidence.answer(
                "Does the question tell a right solution from wrong ones?",
                String.format(
                        "Not from all: with its numbers nothing is left over and nothing is dilated, so that %d of the %d known"
                                + " mistakes give %s too. Random settings tell them all apart.",
                        ConvolutionOutputSizeMistakes.all().stream()
                                .filter(mistake -> mistake.solution()
                                        .output(asked.input(), asked.sliding())
                                        .equals(size))
                                .count(),
                        ConvolutionOutputSizeMistakes.all().size(),
                        size));
        evidence.figure(asked.figure());
        ExerciseCheck<ConvolutionOutputSize> mistakes = mistakes(random);
        evidence.table(onTheQuestion(asked, random));
        evidence.table(kinds(random));
        evidence.check(
                "height of the output", size.height(), Bound.exactly(17), EvidenceKind.EXACT, "the requirement's");
        evidence.check("width of the output", size.width(), Bound.exactly(23), EvidenceKind.EXACT, "the requirement's");
        long[] run = runByDl4j(asked, 16, 3, FILTERS);
        checkNone(
                evidence,
                "the same: sizes other than 16 x " + FILTERS + " x 17 x 23 of what a DL4J layer with " + FILTERS
                        + " filters really puts out",
                (int) IntStream.range(0, 4)
                        .filter(i -> run[i] != new long[] {16, FILTERS, 17, 23}[i])
                        .count());
        checkNone(
                evidence,
                RANDOM_SETTINGS + " random settings: sizes other than DL4J's, configured",
                differing(random, OutputSizeTest::configuredInDl4j));
        checkNone(
                evidence,
                "the same: sizes other than those that DL4J's layers put out",
                differing(random, OutputSizeTest::runByDl4j));
        checkNone(
                evidence,
                "the same: sizes other than of places counted one by one",
                differing(random, OutputSizeQuestion::counted));
        checkNone(
                evidence,
                TOO_LARGE + " random settings whose kernel does not fit: those that are not refused",
                TOO_LARGE
                        - (int) OutputSizeQuestion.tooLarge(TOO_LARGE, settings.seed()).stream()
                                .filter(this::isRefused)
                                .count());
        mistakes.prove(evidence, "on " + RANDOM_SETTINGS + " random settings");

        assertThat(kinds(random).rows())
                .as("each kind of setting that hides or shows a mistake is among the random ones")
                .allSatisfy(row -> assertThat((int) row.get(1)).isGreaterThan(20));
        evidence.assertChecks();
    }

    private boolean isRefused(OutputSizeQuestion question) {
        try {
            outputSize.output(question.input(), question.sliding());
            return false;
        } catch (IllegalArgumentException e) {
            return e.getMessage().contains("Found a kernel that spans");
        }
    }

    private static void checkNone(Evidence evidence, String what, int measured) {
        evidence.check(what, measured, Bound.exactly(0), EvidenceKind.EXACT, "whole numbers");
    }

    private int differing(List<OutputSizeQuestion> questions, Function<OutputSizeQuestion, Size> other) {
        return (int) questions.stream()
                .filter(question ->
                        !outputSize.output(question.input(), question.sliding()).equals(other.apply(question)))
                .count();
    }

    /** What the configuration of a DL4J layer says, for any number of channels. */
    private static Size configuredInDl4j(OutputSizeQuestion question) {
        InputTypeConvolutional output = (InputTypeConvolutional) layer(question, 3, FILTERS)
                .getOutputType(
                        0,
                        InputType.convolutional(
                                question.input().height(), question.input().width(), 3));
        assertThat(output.getChannels()).isEqualTo(FILTERS);
        return new Size((int) output.getHeight(), (int) output.getWidth());
    }

    private static Size runByDl4j(OutputSizeQuestion question) {
        long[] shape = runByDl4j(question, 1, 1, 1);
        return new Size((int) shape[2], (int) shape[3]);
    }

    /** The shape of what a DL4J layer makes of images. */
    private static long[] runByDl4j(OutputSizeQuestion question, int batch, int channels, int filters) {
        Backend.start();
        Size input = question.input();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                // In single precision oneDNN is asked first, which refuses many dilated kernels and says so at length.
                .dataType(DataType.DOUBLE)
                .list()
                .layer(layer(question, channels, filters))
                .setInputType(InputType.convolutional(input.height(), input.width(), channels))
                .build());
        network.init();
        return network.output(Nd4j.zeros(DataType.DOUBLE, batch, channels, input.height(), input.width()))
                .shape();
    }

    private static ConvolutionLayer layer(OutputSizeQuestion question, int channels, int filters) {
        Sliding sliding = question.sliding();
        return new ConvolutionLayer.Builder(array(sliding.kernel()), array(sliding.stride()), array(sliding.padding()))
                .dilation(array(sliding.dilation()))
                .convolutionMode(ConvolutionMode.Truncate)
                .activation(Activation.IDENTITY)
                .nIn(channels)
                .nOut(filters)
                .build();
    }

    private static int[] array(Size size) {
        return new int[] {size.height(), size.width()};
    }

    private static ExerciseCheck<ConvolutionOutputSize> mistakes(List<OutputSizeQuestion> questions) {
        double[] expected = questions.stream()
                .map(OutputSizeTest::configuredInDl4j)
                .flatMap(OutputSizeTest::numbers)
                .mapToDouble(Integer::doubleValue)
                .toArray();
        return new ExerciseCheck<>(
                ConvolutionOutputSizeMistakes.all(),
                solution -> questions.stream()
                        .map(question -> solution.output(question.input(), question.sliding()))
                        .flatMap(OutputSizeTest::numbers)
                        .mapToDouble(Integer::doubleValue)
                        .toArray(),
                expected,
                0);
    }

    private static Stream<Integer> numbers(Size size) {
        return Stream.of(size.height(), size.width());
    }

    private DataTable onTheQuestion(OutputSizeQuestion asked, List<OutputSizeQuestion> random) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("none", outputSize.output(asked.input(), asked.sliding()), 0));
        for (Mistake<ConvolutionOutputSize> mistake : ConvolutionOutputSizeMistakes.all()) {
            rows.add(List.of(
                    mistake.cause(),
                    mistake.solution().output(asked.input(), asked.sliding()),
                    differing(random, question -> mistake.solution().output(question.input(), question.sliding()))));
        }
        return new DataTable(
                "What mistakes make of the question",
                List.of("Mistake", "Answer to the question", "Wrong in so many of the random settings"),
                rows);
    }

    private static DataTable kinds(List<OutputSizeQuestion> random) {
        return new DataTable(
                "The random settings",
                List.of("Kind", "How many"),
                List.of(
                        List.of("some pixels are left over at an end", count(random, q -> q.leavesPixelsOver())),
                        List.of("the kernel is dilated", count(random, q -> q.isDilated())),
                        List.of("the kernel fills the padded image along an axis", count(random, q -> q.isFilled())),
                        List.of(
                                "padding differs down and across",
                                count(
                                        random,
                                        q -> q.sliding().padding().height()
                                                != q.sliding().padding().width()))));
    }

    private static int count(List<OutputSizeQuestion> questions, Predicate<OutputSizeQuestion> kind) {
        return (int) questions.stream().filter(kind).count();
    }

    @Test
    void placesAreWhereTheKernelLiesByHand() {
        // Down 5 + 2 pixels, weights 2 apart span 3: at 0, 2 and 4, nothing left. Across 6 pixels: at 0 and 3, one
        // left.
        OutputSizeQuestion question = new OutputSizeQuestion(
                new Size(5, 6), new Sliding(new Size(2, 2), new Size(2, 3), new Size(1, 0), new Size(2, 1)));

        assertThat(question.down().starts()).containsExactly(0, 2, 4);
        assertThat(question.down().leftOver()).isZero();
        assertThat(question.across().starts()).containsExactly(0, 3);
        assertThat(question.across().leftOver()).isEqualTo(1);
        assertThat(question.leavesPixelsOver()).isTrue();
        assertThat(question.isDilated()).isTrue();
        assertThat(question.isFilled()).isFalse();
    }

    @Test
    void mistakeIsNamed() {
        ExerciseCheck<ConvolutionOutputSize> mistakes = mistakes(OutputSizeQuestion.random(100, 1));

        assertThat(mistakes.verdict(outputSize)).isEqualTo("right");
        for (Mistake<ConvolutionOutputSize> mistake : mistakes.mistakes()) {
            assertThat(mistakes.verdict(mistake.solution())).endsWith("Likely cause: " + mistake.cause());
        }
    }
}
