package org.dlcourse.homework.dogs.breeds;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dlcourse.exercise.ConvolutionOutputSize;
import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.dlcourse.exercise.mistake.ConvolutionOutputSizeMistakes;
import org.dlcourse.kit.ExerciseCheck;

/**
 * A solution's output sizes for the handout's question and for random settings, beside those by DL4J.
 *
 * @param solution the one that is tried
 * @param asked the handout's question
 * @param random settings whose kernel fits
 * @param tooLarge settings whose kernel does not fit
 */
record OutputSizes(
        ConvolutionOutputSize solution,
        OutputSizeQuestion asked,
        List<OutputSizeQuestion> random,
        List<OutputSizeQuestion> tooLarge) {
    /** Any number will do: the question does not give it. */
    static final int FILTERS = 5;

    private static final int RANDOM_SETTINGS = 300;
    private static final int TOO_LARGE = 100;
    private static final int BATCH = 16;
    private static final int CHANNELS = 3;

    static OutputSizes of(ConvolutionOutputSize solution, long seed) {
        return new OutputSizes(
                solution,
                OutputSizeQuestion.ofHandout(),
                OutputSizeQuestion.random(RANDOM_SETTINGS, seed),
                OutputSizeQuestion.tooLarge(TOO_LARGE, seed));
    }

    /** The answer to the handout's question. */
    Size size() {
        return answer(asked);
    }

    private Size answer(OutputSizeQuestion question) {
        return solution.output(question.input(), question.sliding());
    }

    /** Sizes of the handout's batch, as a DL4J layer with {@link #FILTERS} filters puts it out, that are not expected. */
    int unexpectedOfLayer() {
        long[] expected = {BATCH, FILTERS, 17, 23};
        long[] run = new Dl4jOutputSize(asked, CHANNELS, FILTERS).run(BATCH);
        return (int) IntStream.range(0, expected.length)
                .filter(i -> run[i] != expected[i])
                .count();
    }

    int differingFromConfigured() {
        return differing(OutputSizes::configured);
    }

    int differingFromLayers() {
        return differing(question -> Dl4jOutputSize.size(new Dl4jOutputSize(question, 1, 1).run(1)));
    }

    int differingFromCounted() {
        return differing(OutputSizeQuestion::counted);
    }

    /** Random settings for which another way gives another size. */
    int differing(Function<OutputSizeQuestion, Size> other) {
        return (int) random.stream()
                .filter(question -> !answer(question).equals(other.apply(question)))
                .count();
    }

    private static Size configured(OutputSizeQuestion question) {
        return Dl4jOutputSize.size(new Dl4jOutputSize(question, CHANNELS, FILTERS).configured());
    }

    /** Settings whose kernel does not fit and that the solution answers all the same. */
    int notRefused() {
        return (int) tooLarge.stream().filter(question -> !isRefused(question)).count();
    }

    private boolean isRefused(OutputSizeQuestion question) {
        try {
            answer(question);
            return false;
        } catch (IllegalArgumentException e) {
            return e.getMessage().contains("Found a kernel that spans");
        }
    }

    /** Known mistakes that answer the handout's question as the solution does. */
    long mistakesThatPass() {
        return ConvolutionOutputSizeMistakes.all().stream()
                .filter(mistake -> mistake.solution()
                        .output(asked.input(), asked.sliding())
                        .equals(size()))
                .count();
    }

    /** Judges solutions by the random settings, whose sizes DL4J's configuration says. */
    ExerciseCheck<ConvolutionOutputSize> mistakes() {
        return new ExerciseCheck<>(
                ConvolutionOutputSizeMistakes.all(),
                one -> numbers(question -> one.output(question.input(), question.sliding())),
                numbers(OutputSizes::configured),
                0);
    }

    private double[] numbers(Function<OutputSizeQuestion, Size> answers) {
        return random.stream()
                .map(answers)
                .flatMapToInt(size -> IntStream.of(size.height(), size.width()))
                .asDoubleStream()
                .toArray();
    }
}
