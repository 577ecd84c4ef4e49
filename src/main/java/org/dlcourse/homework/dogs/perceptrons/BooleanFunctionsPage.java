package org.dlcourse.homework.dogs.perceptrons;

import static org.dlcourse.homework.dogs.perceptrons.BooleanFunctions.XOR;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Formula;
import org.dlcourse.homework.dogs.perceptrons.SinglePerceptrons.Contradiction;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-12: perceptrons for any Boolean function.
 *
 * @param result what was tried
 */
record BooleanFunctionsPage(BooleanFunctions result) {
    /** Of 1, 2, 3 and 4 inputs: S. Muroga, Threshold Logic and Its Applications, 1971. */
    private static final int[] KNOWN_THRESHOLD_FUNCTIONS = {4, 14, 104, 1882};

    void show(Evidence evidence) {
        answer(evidence);
        XorFigure xor = new XorFigure(result.network(XOR));
        evidence.figure(xor.figure());
        evidence.table(xor.truthTable());
        evidence.table(xor.weights());
        evidence.table(everyFunction());
        evidence.table(randomFunctions());
    }

    private static void answer(Evidence evidence) {
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
                        + Contradiction.of(XOR).orElseThrow().equation(XOR)
                        + ", so the sums of the two rows that are on are together as large as those of the two that are off, and"
                        + " cannot both reach a threshold that the others both miss. But a perceptron is not linear: its"
                        + " threshold is a step. Perceptrons on perceptrons join half-planes to any region, and two hidden"
                        + " ones do for XOR.");
        evidence.answer(
                "What does it cost?",
                "Up to 2^(n-1) hidden perceptrons by this construction, as many for parity. Others get by with fewer: n do for"
                        + " parity. That a network exists says nothing of finding it by training.");
    }

    private DataTable everyFunction() {
        return new DataTable(
                "Every function of so many inputs",
                List.of(
                        "Inputs",
                        "Functions",
                        "By one perceptron",
                        "By none: contradicted",
                        "By the two layers",
                        "Most hidden perceptrons"),
                result.every().stream()
                        .map(census -> List.<Object>of(
                                census.inputs(),
                                census.functions(),
                                census.found(),
                                census.contradicted(),
                                census.wrongRows() == 0 ? census.functions() : "not all",
                                census.mostHiddenUnits()))
                        .toList());
    }

    private DataTable randomFunctions() {
        List<List<Object>> rows = new ArrayList<>();
        for (int inputs = BooleanFunctions.FEWEST_INPUTS_OF_RANDOM;
                inputs <= BooleanFunctions.MOST_INPUTS_OF_RANDOM;
                inputs++) {
            List<BooleanFunction> functions = result.random(inputs);
            var hidden = functions.stream()
                    .mapToInt(function -> result.network(function).hiddenUnits())
                    .summaryStatistics();
            rows.add(List.of(
                    inputs,
                    functions.size(),
                    1 << inputs,
                    result.wrongRows(functions),
                    hidden.getMin() + " to " + hidden.getMax()));
        }
        return new DataTable(
                "Functions of more inputs: parity and " + BooleanFunctions.RANDOM_FUNCTIONS + " random ones of each",
                List.of("Inputs", "Functions", "Rows of each", "Wrong rows", "Hidden perceptrons"),
                rows);
    }

    /** The checks of the construction, and the table of known mistakes with its own. */
    void check(Evidence evidence) {
        for (FunctionCensus census : result.every()) {
            String which = census.functions() + " functions of " + census.inputs() + " input"
                    + (census.inputs() == 1 ? "" : "s");
            checkWrongRows(evidence, "all " + which, census.wrongRows());
            evidence.check(
                    "control: computed by one perceptron, of " + which,
                    census.found(),
                    Bound.exactly(KNOWN_THRESHOLD_FUNCTIONS[census.inputs() - 1]),
                    EvidenceKind.EXACT,
                    "Muroga's count of threshold functions; for each other function four rows contradict every perceptron");
        }
        evidence.check(
                "control: functions that have both a perceptron and a contradiction, or neither",
                result.every().stream().mapToInt(FunctionCensus::undecided).sum(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "each is proved to be possible or not");
        checkWrongRows(
                evidence,
                result.random().size() + " functions of 4 to " + BooleanFunctions.MOST_INPUTS_OF_RANDOM + " inputs",
                result.wrongRows(result.random()));
        result.mistakes().prove(evidence, "on all functions of up to three inputs");
    }

    private static void checkWrongRows(Evidence evidence, String functions, int wrongRows) {
        evidence.check(
                "wrong rows of the networks, " + functions,
                wrongRows,
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "whole numbers; every row of every function");
    }
}
