package org.dlcourse.homework.dogs.perceptrons;

import static org.dlcourse.homework.dogs.perceptrons.BooleanFunctions.XOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Formula;
import org.dlcourse.homework.dogs.perceptrons.SinglePerceptrons.Contradiction;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-12: perceptrons that compute any Boolean function.
 *
 * @param result the functions and the construction
 */
record BooleanFunctionsPage(BooleanFunctions result) {
    /** Threshold functions of 1, 2, 3 and 4 inputs: S. Muroga, Threshold Logic and Its Applications, 1971. */
    private static final int[] KNOWN_THRESHOLD_FUNCTIONS = {4, 14, 104, 1882};

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "Perceptrons in two layers give %d wrong rows for all functions of 1 to %d inputs and %d for %d functions of up to %d"
                        + " inputs; XOR takes %d hidden perceptrons.",
                result.every().stream().mapToInt(FunctionCensus::wrongRows).sum(),
                result.every().size(),
                result.wrongRows(result.random()),
                result.random().size(),
                BooleanFunctions.MAX_RANDOM_INPUTS,
                result.network(XOR).hiddenUnits()));
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
                "Can perceptrons compute every function of binary inputs?",
                new Formula("h_r = \\left[ \\sum_{i: r_i = 1} x_i - \\sum_{i: r_i = 0} x_i \\ge \\sum_i r_i \\right]"
                        + " \\;\\; (f(r) = 1), \\qquad f(x) = \\left[ \\sum_r h_r \\ge 1 \\right]"),
                "Yes, in two layers. For each row r of the truth table where the function is 1, there is a hidden"
                        + " perceptron whose output is 1 at that row only: the weight is +1 for each input that is 1 in the"
                        + " row and -1 for each that is 0, and the threshold is the number of inputs that are 1. At any"
                        + " other row the sum is smaller. The output perceptron is 1 if any hidden one is 1. Where the"
                        + " function is 0 at fewer rows than it is 1, those rows are detected instead, and the output is 1"
                        + " if no hidden perceptron is 1. So n inputs need at most 2^(n-1) hidden perceptrons.");
        evidence.erratum(
                "The published solution says no, because no straight line separates the classes of XOR.",
                "That is true of a single perceptron: "
                        + Contradiction.of(XOR).orElseThrow().equation(XOR)
                        + ", so the weighted sums of the two rows where XOR is 1 have the same total as those of the two where it is 0,"
                        + " and cannot both reach a threshold that the other two miss. But a perceptron is not linear: its"
                        + " activation is a step function. Perceptrons in a second layer combine half-planes, and two"
                        + " hidden perceptrons suffice for XOR.");
        evidence.answer(
                "How many hidden perceptrons are needed?",
                "This construction needs at most 2^(n-1), as many as for parity. Others need fewer: n suffice for parity."
                        + " That such a network exists does not mean that training finds it.");
    }

    private DataTable everyFunction() {
        return new DataTable(
                "All functions of 1 to " + result.every().size() + " inputs",
                List.of(
                        "Inputs",
                        "Functions",
                        "Computed by one perceptron",
                        "Not by one: contradiction",
                        "Computed by two layers",
                        "Largest number of hidden perceptrons"),
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
        for (int inputs = BooleanFunctions.MIN_RANDOM_INPUTS; inputs <= BooleanFunctions.MAX_RANDOM_INPUTS; inputs++) {
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
                "Functions of 4 to 8 inputs: parity and " + BooleanFunctions.RANDOM_FUNCTIONS
                        + " random functions of each",
                List.of("Inputs", "Functions", "Rows per function", "Wrong rows", "Hidden perceptrons"),
                rows);
    }

    /** The checks of the construction and of known mistakes. */
    void check(Evidence evidence) {
        for (FunctionCensus census : result.every()) {
            String which = String.format(Locale.ROOT, "%,d", census.functions()) + " functions of " + census.inputs()
                    + " input" + (census.inputs() == 1 ? "" : "s");
            boolean isLast = census.inputs() == result.every().size();
            checkWrongRows(evidence, "all " + which, census.wrongRows(), isLast);
            evidence.check(
                    "control: functions that one perceptron computes, of the " + which,
                    census.found(),
                    Bound.exactly(KNOWN_THRESHOLD_FUNCTIONS[census.inputs() - 1]),
                    EvidenceKind.EXACT,
                    "Muroga's count of threshold functions; every other function has four rows that no perceptron gets all right");
        }
        evidence.check(
                "control: functions that have both a perceptron and a contradiction, or neither",
                result.every().stream().mapToInt(FunctionCensus::undecided).sum(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "for each function exactly one of the two exists");
        checkWrongRows(
                evidence,
                result.random().size() + " functions of 4 to " + BooleanFunctions.MAX_RANDOM_INPUTS + " inputs",
                result.wrongRows(result.random()),
                false);
        result.check()
                .check(
                        evidence,
                        "largest error of an output, all functions of up to three inputs",
                        result.construction(),
                        EvidenceKind.EXACT,
                        "outputs are 0 or 1");
        result.check().prove(evidence, "on all functions of up to three inputs");
    }

    private static void checkWrongRows(Evidence evidence, String functions, int wrongRows, boolean isKey) {
        String what = "wrong rows of the networks, " + functions;
        String reason = "integers; every row of every function";
        if (isKey) {
            evidence.keyCheck(what, wrongRows, Bound.exactly(0), EvidenceKind.EXACT, reason);
        } else {
            evidence.check(what, wrongRows, Bound.exactly(0), EvidenceKind.EXACT, reason);
        }
    }
}
