package org.dlcourse.homework.dogs.breeds;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dlcourse.exercise.ConvolutionOutputSize;
import org.dlcourse.exercise.ConvolutionOutputSize.Size;
import org.dlcourse.exercise.mistake.ConvolutionOutputSizeMistakes;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.sandbox.Verdict;

/**
 * A solution's output sizes for the handout's question and for random settings, with those by DL4J.
 *
 * @param solution the one that is tested
 * @param asked the setting of the handout's question
 * @param random settings whose kernel fits
 * @param tooLarge settings whose kernel does not fit
 */
record OutputSizes(
        ConvolutionOutputSize solution,
        ConvolutionSetting asked,
        List<ConvolutionSetting> random,
        List<ConvolutionSetting> tooLarge) {
    /** An arbitrary number: the question does not give it. */
    static final int FILTERS = 5;

    private static final int RANDOM_SETTINGS = 300;
    private static final int TOO_LARGE = 100;
    private static final int BATCH = 16;
    private static final int CHANNELS = 3;

    static OutputSizes of(ConvolutionOutputSize solution, long seed) {
        return new OutputSizes(
                solution,
                ConvolutionSetting.ofHandout(),
                ConvolutionSetting.random(RANDOM_SETTINGS, seed),
                ConvolutionSetting.tooLarge(TOO_LARGE, seed));
    }

    /** The answer to the handout's question. */
    Size size() {
        return answer(asked);
    }

    private Size answer(ConvolutionSetting setting) {
        return solution.output(setting.input(), setting.geometry());
    }

    /** Sizes other than 16 x {@link #FILTERS} x 17 x 23 in the output of a DL4J layer for the handout's batch. */
    int unexpectedLayerSizes() {
        long[] expected = {BATCH, FILTERS, 17, 23};
        long[] run = new Dl4jOutputSize(asked, CHANNELS, FILTERS).run(BATCH);
        return (int) IntStream.range(0, expected.length)
                .filter(i -> run[i] != expected[i])
                .count();
    }

    /** Random settings whose size differs from that of DL4J's configuration. */
    int differingFromConfigured() {
        return differing(OutputSizes::configured);
    }

    /** Random settings whose size differs from that of the output that DL4J's layers compute. */
    int differingFromLayers() {
        return differing(setting -> Dl4jOutputSize.size(new Dl4jOutputSize(setting, 1, 1).run(1)));
    }

    /** Random settings whose size differs from the number of positions counted one by one. */
    int differingFromCounted() {
        return differing(ConvolutionSetting::counted);
    }

    /** Random settings for which another method gives another size. */
    int differing(Function<ConvolutionSetting, Size> other) {
        return (int) random.stream()
                .filter(setting -> !answer(setting).equals(other.apply(setting)))
                .count();
    }

    private static Size configured(ConvolutionSetting setting) {
        return Dl4jOutputSize.size(new Dl4jOutputSize(setting, CHANNELS, FILTERS).configured());
    }

    /** Settings whose kernel does not fit and that the solution does not reject. */
    int notRejected() {
        return (int) tooLarge.stream().filter(setting -> !isRejected(setting)).count();
    }

    private boolean isRejected(ConvolutionSetting setting) {
        try {
            Size size = answer(setting);
            return size.height() < 1 || size.width() < 1;
        } catch (IllegalArgumentException e) {
            return e.getMessage().contains("Found a kernel that spans");
        } catch (SubmissionException e) {
            return e.verdict() == Verdict.EXCEPTION;
        }
    }

    /** Known mistakes that give the same answer to the handout's question as the solution. */
    long mistakesWithTheSameAnswer() {
        return ConvolutionOutputSizeMistakes.all().stream()
                .filter(mistake -> mistake.solution()
                        .output(asked.input(), asked.geometry())
                        .equals(size()))
                .count();
    }

    /** The check of solutions by the random settings and the sizes of DL4J's configuration. */
    ExerciseCheck<ConvolutionOutputSize> check() {
        return new ExerciseCheck<>(
                ConvolutionOutputSizeMistakes.all(),
                other -> numbers(setting -> other.output(setting.input(), setting.geometry())),
                numbers(OutputSizes::configured),
                0);
    }

    private double[] numbers(Function<ConvolutionSetting, Size> answers) {
        return random.stream()
                .map(answers)
                .flatMapToInt(size -> IntStream.of(size.height(), size.width()))
                .asDoubleStream()
                .toArray();
    }
}
