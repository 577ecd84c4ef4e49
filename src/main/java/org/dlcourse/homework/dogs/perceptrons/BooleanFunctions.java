package org.dlcourse.homework.dogs.perceptrons;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronConstruction;
import org.dlcourse.exercise.PerceptronNetwork;
import org.dlcourse.exercise.mistake.PerceptronConstructionMistakes;
import org.dlcourse.exercise.reference.RowDetectors;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.util.SeededRandom;

/**
 * A construction of perceptron networks, tested on every function of up to 3 or 4 inputs and on random functions of up to 8.
 *
 * @param construction the one that is tested
 * @param every all functions of 1, 2, 3 and perhaps 4 inputs
 * @param random parity and random functions of each number of inputs from 4 to 8
 */
record BooleanFunctions(PerceptronConstruction construction, List<FunctionCensus> every, List<BooleanFunction> random) {
    static final BooleanFunction XOR = BooleanFunction.parity(2);
    static final int MIN_RANDOM_INPUTS = 4;
    static final int MAX_RANDOM_INPUTS = 8;
    static final int RANDOM_FUNCTIONS = 50;

    /** Of our own construction: as many as feasible. */
    static final int MOST_INPUTS_OF_EVERY = 4;
    /** Of a student's: as many as the requirement asks for. */
    static final int ASKED_INPUTS_OF_EVERY = 3;

    private static final int MAX_INPUTS_OF_CHECK = 3;

    static BooleanFunctions of(PerceptronConstruction construction, int inputsOfEvery, long seed) {
        return new BooleanFunctions(
                construction,
                IntStream.rangeClosed(1, inputsOfEvery)
                        .mapToObj(inputs -> FunctionCensus.of(inputs, construction))
                        .toList(),
                random(seed));
    }

    private static List<BooleanFunction> random(long seed) {
        Random random = SeededRandom.of(seed, "Boolean functions");
        return IntStream.rangeClosed(MIN_RANDOM_INPUTS, MAX_RANDOM_INPUTS)
                .boxed()
                .flatMap(inputs -> Stream.concat(
                        Stream.of(BooleanFunction.parity(inputs)),
                        Stream.generate(() -> BooleanFunction.random(inputs, random))
                                .limit(RANDOM_FUNCTIONS)))
                .toList();
    }

    /** Parity and the random functions of a number of inputs. */
    List<BooleanFunction> random(int inputs) {
        return random.stream().filter(function -> function.inputs() == inputs).toList();
    }

    PerceptronNetwork network(BooleanFunction function) {
        return construction.network(function);
    }

    /** The number of rows, over all functions, at which the constructed networks are wrong. */
    int wrongRows(List<BooleanFunction> functions) {
        return functions.stream()
                .mapToInt(function -> network(function).wrongRows(function))
                .sum();
    }

    /** The check of constructions by the values of their networks for all functions of up to three inputs. */
    ExerciseCheck<PerceptronConstruction> check() {
        List<BooleanFunction> functions = IntStream.rangeClosed(1, MAX_INPUTS_OF_CHECK)
                .boxed()
                .flatMap(inputs -> BooleanFunction.every(inputs).stream())
                .toList();
        return new ExerciseCheck<>(
                PerceptronConstructionMistakes.all(new RowDetectors()),
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
