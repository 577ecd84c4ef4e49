package org.dlcourse.homework.dogs.perceptrons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronConstruction;
import org.dlcourse.exercise.PerceptronNetwork;
import org.dlcourse.exercise.mistake.PerceptronConstructionMistakes;
import org.dlcourse.exercise.reference.RowDetectors;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Formula;
import org.dlcourse.homework.dogs.perceptrons.SinglePerceptrons.Contradiction;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;

class PerceptronsTest {
    private static final int MOST_INPUTS_OF_EVERY = 4;
    private static final int MOST_INPUTS_OF_RANDOM = 8;
    private static final int RANDOM_FUNCTIONS = 50;
    /** Of 1, 2, 3 and 4 inputs: S. Muroga, Threshold Logic and Its Applications, 1971. */
    private static final int[] KNOWN_THRESHOLD_FUNCTIONS = {4, 14, 104, 1882};

    private static final BooleanFunction XOR = BooleanFunction.parity(2);

    private final PerceptronConstruction construction = new RowDetectors();

    /** What can be said of all functions of so many inputs. */
    private record Census(
            int inputs, int functions, int found, int contradicted, int undecided, int wrongRows, int mostHiddenUnits) {
        static Census of(int inputs, PerceptronConstruction construction) {
            SinglePerceptrons single = SinglePerceptrons.search(inputs);
            List<BooleanFunction> functions = BooleanFunction.every(inputs);
            int found = 0;
            int contradicted = 0;
            int undecided = 0;
            int wrongRows = 0;
            int mostHiddenUnits = 0;
            for (BooleanFunction function : functions) {
                boolean perceptron = single.of(function).isPresent();
                boolean contradiction = Contradiction.of(function).isPresent();
                found += perceptron ? 1 : 0;
                contradicted += contradiction ? 1 : 0;
                undecided += perceptron == contradiction ? 1 : 0;
                PerceptronNetwork network = construction.network(function);
                wrongRows += network.wrongRows(function);
                mostHiddenUnits = Math.max(mostHiddenUnits, network.hiddenUnits());
            }
            return new Census(inputs, functions.size(), found, contradicted, undecided, wrongRows, mostHiddenUnits);
        }
    }

    @Requirement("DOGS-12")
    void perceptronsInTwoLayersComputeEveryBooleanFunction(CourseSettings settings, Evidence evidence) {
        List<Census> every = IntStream.rangeClosed(1, MOST_INPUTS_OF_EVERY)
                .mapToObj(inputs -> Census.of(inputs, construction))
                .toList();
        List<BooleanFunction> random = random(settings.seed());
        XorFigure xor = new XorFigure(construction.network(XOR));
        Contradiction contradiction = Contradiction.of(XOR).orElseThrow();
        evidence.answer(
                "Can perceptrons compute every function of inputs that are on or off?",
                new Formula("h_r = \\left[ \\sum_{i: r_i = 1} x_i - \\sum_{i: r_i = 0} x_i \\ge \\sum_i r_i \\right]"
                        + " \\;\\; (f(r) = 1), \\qquad f(x) = \\left[ \\sum_r h_r \\ge 1 \\right]"),
                "Yes, in two layers. For each row r of the truth table where the function is on, one hidden perceptron that is on"
                        + " at that row alone: +1 for each input that is on there, -1 for each that is off, and as threshold the"
                        + " number of those that are on; any other row has a smaller sum. The last perceptron is on if any hidden"
                        + " one is. Where fewer rows are off than on, those are detected and the last one is on if none"
                        + " is: n inputs take at most 2^(n-1) hidden perceptrons.");
        evidence.answer(
                "Why is the answer that the handout came with wrong?",
                "It says no, for XOR is beyond a straight border. That is so for one perceptron: "
                        + contradiction.equation(XOR)
                        + ", so the sums of the two rows that are on are together as large as those of the two that are off, and"
                        + " cannot both reach a threshold that the others both miss. But a perceptron is not linear: its"
                        + " threshold is a step. Perceptrons on perceptrons join half-planes to any region, and two hidden"
                        + " ones do for XOR.");
        evidence.answer(
                "What does it cost?",
                "Up to 2^(n-1) hidden perceptrons by this construction, as many for parity. Others get by with fewer: n do for"
                        + " parity. That a network exists says nothing of finding it by training.");
        evidence.figure(xor.figure());
        evidence.table(xor.truthTable());
        evidence.table(xor.weights());
        evidence.table(table(every));
        evidence.table(
                table(random, "Functions of more inputs: parity and " + RANDOM_FUNCTIONS + " random ones of each"));
        for (Census census : every) {
            String which = census.functions() + " functions of " + census.inputs() + " input"
                    + (census.inputs() == 1 ? "" : "s");
            evidence.check(
                    "wrong rows of the networks, all " + which,
                    census.wrongRows(),
                    Bound.exactly(0),
                    EvidenceKind.EXACT,
                    "whole numbers; every row of every function");
            evidence.check(
                    "control: computed by one perceptron, of " + which,
                    census.found(),
                    Bound.exactly(KNOWN_THRESHOLD_FUNCTIONS[census.inputs() - 1]),
                    EvidenceKind.EXACT,
                    "Muroga's count of threshold functions; for each other function four rows contradict every perceptron");
        }
        evidence.check(
                "control: functions that have both a perceptron and a contradiction, or neither",
                every.stream().mapToInt(Census::undecided).sum(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "each is proved to be possible or not");
        evidence.check(
                "wrong rows of the networks, " + random.size() + " functions of 4 to " + MOST_INPUTS_OF_RANDOM
                        + " inputs",
                wrongRows(random),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "whole numbers; every row of every function");
        mistakes().prove(evidence, "on all functions of up to three inputs");

        assertThat(every.subList(0, 3)).extracting(Census::functions).containsExactly(4, 16, 256);
        evidence.assertChecks();
    }

    private static List<BooleanFunction> random(long seed) {
        Random random = SeededRandom.of(seed, "Boolean functions");
        return IntStream.rangeClosed(4, MOST_INPUTS_OF_RANDOM)
                .boxed()
                .flatMap(inputs -> Stream.concat(
                        Stream.of(BooleanFunction.parity(inputs)),
                        Stream.generate(() -> BooleanFunction.random(inputs, random))
                                .limit(RANDOM_FUNCTIONS)))
                .toList();
    }

    private int wrongRows(List<BooleanFunction> functions) {
        return functions.stream()
                .mapToInt(function -> construction.network(function).wrongRows(function))
                .sum();
    }

    private static DataTable table(List<Census> every) {
        return new DataTable(
                "Every function of so many inputs",
                List.of(
                        "Inputs",
                        "Functions",
                        "By one perceptron",
                        "By none: contradicted",
                        "By the two layers",
                        "Most hidden perceptrons"),
                every.stream()
                        .map(census -> List.<Object>of(
                                census.inputs(),
                                census.functions(),
                                census.found(),
                                census.contradicted(),
                                census.wrongRows() == 0 ? census.functions() : "not all",
                                census.mostHiddenUnits()))
                        .toList());
    }

    private DataTable table(List<BooleanFunction> functions, String title) {
        List<List<Object>> rows = new ArrayList<>();
        for (int inputs = 4; inputs <= MOST_INPUTS_OF_RANDOM; inputs++) {
            int asked = inputs;
            List<BooleanFunction> ofInputs = functions.stream()
                    .filter(function -> function.inputs() == asked)
                    .toList();
            var hidden = ofInputs.stream()
                    .mapToInt(function -> construction.network(function).hiddenUnits())
                    .summaryStatistics();
            rows.add(List.of(
                    inputs,
                    ofInputs.size(),
                    1 << inputs,
                    wrongRows(ofInputs),
                    hidden.getMin() + " to " + hidden.getMax()));
        }
        return new DataTable(
                title, List.of("Inputs", "Functions", "Rows of each", "Wrong rows", "Hidden perceptrons"), rows);
    }

    private ExerciseCheck<PerceptronConstruction> mistakes() {
        List<BooleanFunction> functions = IntStream.rangeClosed(1, 3)
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

    @Test
    void contradictionsAreRowsOfEqualSumOnEitherSide() {
        for (int inputs = 1; inputs <= 4; inputs++) {
            for (BooleanFunction function : BooleanFunction.every(inputs)) {
                Contradiction.of(function).ifPresent(rows -> {
                    assertThat(function.value(rows.on1()) && function.value(rows.on2()))
                            .isTrue();
                    assertThat(function.value(rows.off1()) || function.value(rows.off2()))
                            .isFalse();
                    assertThat(counts(function, rows.on1(), rows.on2()))
                            .isEqualTo(counts(function, rows.off1(), rows.off2()));
                });
            }
        }
        assertThat(Contradiction.of(XOR).orElseThrow().equation(XOR)).isEqualTo("01 + 10 = 00 + 11");
    }

    private static int[] counts(BooleanFunction function, int row, int other) {
        boolean[] point = function.point(row);
        boolean[] second = function.point(other);
        return IntStream.range(0, point.length)
                .map(i -> (point[i] ? 1 : 0) + (second[i] ? 1 : 0))
                .toArray();
    }

    @Test
    void perceptronsThatAreFoundComputeTheirFunctions() {
        SinglePerceptrons single = SinglePerceptrons.search(3);

        assertThat(single.found()).hasSize(104);
        single.found().forEach((number, perceptron) -> assertThat(new PerceptronNetwork(3, List.of(List.of(perceptron)))
                        .wrongRows(BooleanFunction.numbered(3, number)))
                .isZero());
    }
}
