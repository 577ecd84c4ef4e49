package org.dlcourse.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.dataset.npy.NpyReader;
import org.dlcourse.exercise.Convolution1d.Gradients;
import org.dlcourse.exercise.PytorchOracle.Question;
import org.dlcourse.exercise.PytorchOracle.Values;
import org.dlcourse.exercise.TwoLayerNetwork.LossAndGradients;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.mistake.TwoLayerNetworkMistakes;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.exercise.reference.ShiftedSumConvolution1d;
import org.dlcourse.exercise.reference.ShiftedSumConvolution2d;
import org.dlcourse.kit.Mistake;
import org.dlcourse.kit.RelativeError;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The reference solutions, and the golden arrays, against a PyTorch that computes anew. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PytorchOracleIT {
    /**
     * Sums of at most 3 x 299 products in another order: fewer than 900 roundings of 1.1e-16 of the sum of absolute values, of which the
     * largest value is assumed to be at least a tenth. The pages of ANN-2.1, CONV-3, FCNET-2a and FCNET-2d have the same bound.
     */
    private static final double TOLERANCE = 1e-12;

    /** Of numbers around 1, a mistake changes some by far more; rounding is between this and the tolerance in no case. */
    private static final double LEAST_ERROR_OF_A_MISTAKE = 1e-6;

    private static final Path FIXTURES = Path.of("fixtures");

    private final long seed = CourseSettings.ofProcess().seed();
    private final RandomQuestions random = new RandomQuestions(seed);
    /** Null until the first test asks it. */
    private PytorchOracle pytorch;

    /** Started by a test and not before it, so that each test is reported as skipped, with the reason, where that is so. */
    private PytorchOracle pytorch() throws IOException {
        if (pytorch == null) {
            pytorch = PytorchOracle.start();
        }
        return pytorch;
    }

    @AfterAll
    void stop() {
        if (pytorch != null) {
            pytorch.close();
        }
    }

    @Test
    void convolution2dEqualsPytorchsAndNotThatOfAFlippedKernel() throws Exception {
        Answered answered = asked(random.convolutions2d());

        assertAnswers(answered, PytorchOracleIT::convolved2d);
        assertOtherAnswers(
                "the kernel is flipped", answered, one -> convolved2d(RandomQuestions.flipped(one, "kernel")));
    }

    @Test
    void convolution1dAndItsGradientsEqualPytorchsAndNotThoseOfAFlippedKernel() throws Exception {
        Answered answered = asked(random.convolutions1d());

        assertAnswers(answered, PytorchOracleIT::convolved1d);
        assertOtherAnswers(
                "the kernel is flipped", answered, one -> convolved1d(RandomQuestions.flipped(one, "weights")));
    }

    @Test
    void twoLayerNetworksLossAndGradientsEqualPytorchsAndNotThoseOfMistakes() throws Exception {
        TwoLayerNetwork reference = new MatrixTwoLayerNetwork();
        Answered answered = asked(random.networks());

        assertAnswers(answered, one -> lossAndGradients(reference, one));
        for (Mistake<TwoLayerNetwork> mistake : TwoLayerNetworkMistakes.ofGradients(reference)) {
            assertOtherAnswers(mistake.cause(), answered, one -> lossAndGradients(mistake.solution(), one));
        }
    }

    @Test
    void pytorchReproducesTheGoldenArrays() throws Exception {
        List<Question> questions = new ArrayList<>();
        List<Map<String, Values>> golden = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String file = String.format(Locale.ROOT, "convolution2d/%02d_", i);
            questions.add(new Question("conv2d", arrays(file, "input", "kernel")));
            golden.add(arrays(file, "output"));
        }
        for (int i = 0; i < 20; i++) {
            String file = String.format(Locale.ROOT, "convolution1d/%02d_", i);
            questions.add(
                    new Question("conv1d", arrays(file, "input", "weights", "bias", "stride", "output_gradient")));
            golden.add(arrays(file, "output", "input_gradient", "weights_gradient", "bias_gradient"));
        }
        for (String folder : List.of("two_layer_network/", "two_layer_network_biased/")) {
            Map<String, Values> network = arrays(
                    folder, "inputs", "labels", "hidden_weights", "hidden_bias", "output_weights", "output_bias");
            network.put("penalty", Values.of(.05));
            questions.add(new Question("two_layer_network", network));
            Map<String, Values> expected = arrays(
                    folder,
                    "probabilities",
                    "hidden_weights_gradient",
                    "hidden_bias_gradient",
                    "output_weights_gradient",
                    "output_bias_gradient");
            expected.put(
                    "loss", Values.of(arrays(folder, "losses").get("losses").values()[1]));
            golden.add(expected);
        }

        List<Map<String, Values>> answers = pytorch().answers(questions);

        for (int i = 0; i < questions.size(); i++) {
            assertThat(error(answers.get(i), golden.get(i)))
                    .as("golden arrays of " + questions.get(i))
                    .isLessThan(TOLERANCE);
        }
    }

    private void assertAnswers(Answered answered, Function<Question, Map<String, Values>> solution) {
        for (int i = 0; i < answered.questions().size(); i++) {
            assertThat(error(
                            solution.apply(answered.questions().get(i)),
                            answered.answers().get(i)))
                    .as(answered.name(i))
                    .isLessThan(TOLERANCE);
        }
    }

    private void assertOtherAnswers(
            String mistake, Answered answered, Function<Question, Map<String, Values>> solution) {
        for (int i = 0; i < answered.questions().size(); i++) {
            assertThat(error(
                            solution.apply(answered.questions().get(i)),
                            answered.answers().get(i)))
                    .as(mistake + "; " + answered.name(i))
                    .isGreaterThan(LEAST_ERROR_OF_A_MISTAKE);
        }
    }

    private Answered asked(List<Question> questions) throws Exception {
        return new Answered(questions, pytorch().answers(questions), seed);
    }

    /** Questions, and PyTorch's answers to them. */
    private record Answered(List<Question> questions, List<Map<String, Values>> answers, long seed) {
        String name(int index) {
            return "seed " + seed + ", case " + index + ": " + questions.get(index);
        }
    }

    /** The largest relative error of an array; all must be there, in their shapes. */
    private static double error(Map<String, Values> actual, Map<String, Values> expected) {
        assertThat(actual).containsOnlyKeys(expected.keySet());
        double largest = 0;
        for (String name : expected.keySet()) {
            assertThat(actual.get(name).shape())
                    .as(name)
                    .isEqualTo(expected.get(name).shape());
            largest = Math.max(
                    largest,
                    RelativeError.of(
                            actual.get(name).values(), expected.get(name).values()));
        }
        return largest;
    }

    private static Map<String, Values> convolved2d(Question question) {
        return Map.of(
                "output",
                Values.of(new ShiftedSumConvolution2d().forward(question.array("input"), question.array("kernel"))));
    }

    private static Map<String, Values> convolved1d(Question question) {
        Convolution1d solution = new ShiftedSumConvolution1d();
        INDArray input = question.array("input");
        INDArray weights = question.array("weights");
        int stride = (int) question.number("stride");
        Gradients gradients = solution.backward(input, weights, stride, question.array("output_gradient"));
        return Map.of(
                "output", Values.of(solution.forward(input, weights, question.array("bias"), stride)),
                "input_gradient", Values.of(gradients.input()),
                "weights_gradient", Values.of(gradients.weights()),
                "bias_gradient", Values.of(gradients.bias()));
    }

    private static Map<String, Values> lossAndGradients(TwoLayerNetwork solution, Question question) {
        Parameters parameters = new Parameters(
                question.array("hidden_weights"),
                question.array("hidden_bias"),
                question.array("output_weights"),
                question.array("output_bias"));
        INDArray inputs = question.array("inputs");
        int[] labels = question.array("labels").toIntVector();
        LossAndGradients loss = solution.loss(parameters, inputs, labels, question.number("penalty"));
        return Map.of(
                "probabilities", Values.of(solution.probabilities(parameters, inputs)),
                "loss", Values.of(loss.loss()),
                "hidden_weights_gradient", Values.of(loss.gradients().hiddenWeights()),
                "hidden_bias_gradient", Values.of(loss.gradients().hiddenBias()),
                "output_weights_gradient", Values.of(loss.gradients().outputWeights()),
                "output_bias_gradient", Values.of(loss.gradients().outputBias()));
    }

    private static Map<String, Values> arrays(String file, String... names) {
        Map<String, Values> arrays = new LinkedHashMap<>();
        for (String name : names) {
            NpyArray array = NpyReader.read(FIXTURES.resolve(file + name + ".npy"));
            long[] shape = IntStream.of(array.shape()).asLongStream().toArray();
            arrays.put(name, new Values(shape, array.doubles()));
        }
        return arrays;
    }
}
