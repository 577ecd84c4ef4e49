package org.dlcourse.homework.dogs.perceptrons;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronConstruction;
import org.dlcourse.exercise.PerceptronNetwork;
import org.dlcourse.exercise.mistake.PerceptronConstructionMistakes;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.util.SeededRandom;

/**
 * A construction of perceptrons, tried on every function of few inputs and on random functions of more.
 *
 * @param construction the one that is tried
 * @param every all functions of 1, 2, 3 and 4 inputs
 * @param random functions of 4 to 8 inputs: parity and random ones of each number of inputs
 */
record BooleanFunctions(PerceptronConstruction construction, List<FunctionCensus> every, List<BooleanFunction> random) {
    static final BooleanFunction XOR = BooleanFunction.parity(2);
    static final int FEWEST_INPUTS_OF_RANDOM = 4;
    static final int MOST_INPUTS_OF_RANDOM = 8;
    static final int RANDOM_FUNCTIONS = 50;

    private static final int MOST_INPUTS_OF_EVERY = 4;
    private static final int MOST_INPUTS_OF_MISTAKES = 3;

    static BooleanFunctions of(PerceptronConstruction construction, long seed) {
        return new BooleanFunctions(
                construction,
                IntStream.rangeClosed(1, MOST_INPUTS_OF_EVERY)
                        .mapToObj(inputs -> FunctionCensus.of(inputs, construction))
                        .toList(),
                random(seed));
    }

    private static List<BooleanFunction> random(long seed) {
        Random random = SeededRandom.of(seed, "Boolean functions");
        return IntStream.rangeClosed(FEWEST_INPUTS_OF_RANDOM, MOST_INPUTS_OF_RANDOM)
                .boxed()
                .flatMap(inputs -> Stream.concat(
                        Stream.of(BooleanFunction.parity(inputs)),
                        Stream.generate(() -> BooleanFunction.random(inputs, random))
                                .limit(RANDOM_FUNCTIONS)))
                .toList();
    }

    /** The random functions of a number of inputs. */
    List<BooleanFunction> random(int inputs) {
        return random.stream().filter(function -> function.inputs() == inputs).toList();
    }

    PerceptronNetwork network(BooleanFunction function) {
        return construction.network(function);
    }

    /** Rows of functions at which their networks are wrong. */
    int wrongRows(List<BooleanFunction> functions) {
        return functions.stream()
                .mapToInt(function -> network(function).wrongRows(function))
                .sum();
    }

    /** Judges constructions by the values of their networks on all functions of up to three inputs. */
    ExerciseCheck<PerceptronConstruction> mistakes() {
        List<BooleanFunction> functions = IntStream.rangeClosed(1, MOST_INPUTS_OF_MISTAKES)
                .boxed()
                .flatMap(inputs -> BooleanFunction.every(inputs).stream())
                .toList();
        return new ExerciseCheck<>(
                PerceptronConstructionMistakes.all(construction),
                solution -> functions.stream()
                        .flatMapToDouble(function -> {
                            PerceptronNetwork network = solution.network(function);
                            return IntStream.range(0, function.rows())
                                    .mapToDouble(row -> network.output(function.point(row)) ? 1 : 0);
                        })
                        .toArray(),
                functions.stream()
                        .flatMapToDouble(function ->
                                IntStream.range(0, function.rows()).mapToDouble(row -> function.value(row) ? 1 : 0))
                        .toArray(),
                0);
    }
}
