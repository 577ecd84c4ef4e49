package org.dlcourse.homework.dogs.perceptrons;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronNetwork.Perceptron;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.dogs.perceptrons.SinglePerceptrons.Contradiction;

/**
 * Tables of what lines, affine maps and deep networks without activations compute correctly.
 *
 * @param result the networks and their limits
 */
record LinearActivationTables(LinearActivations result) {
    private static final int MAX_INPUTS = 4;

    DataTable partitions() {
        List<List<Object>> rows = new ArrayList<>();
        for (BooleanFunction function : BooleanFunction.every(2)) {
            Optional<Perceptron> line = result.lines().of(function);
            rows.add(List.of(
                    IntStream.range(0, function.rows())
                            .mapToObj(row -> function.value(row) ? "1" : "0")
                            .collect(Collectors.joining(" ")),
                    line.map(LinearActivationTables::inequality)
                            .orElseGet(() -> "none: "
                                    + Contradiction.of(function).orElseThrow().equation(function)),
                    line.map(found -> (Object) LinearActivations.correctRowsOfXor(found))
                            .orElse("")));
        }
        return new DataTable(
                "All partitions of the four points",
                List.of("Value at 00 01 10 11", "1 where", "Correct rows of XOR"),
                rows);
    }

    /** The condition of the class 1, such as x1 - x2 ≥ 1. */
    private static String inequality(Perceptron line) {
        StringBuilder sum = new StringBuilder();
        for (int i = 0; i < line.weights().length; i++) {
            int weight = line.weights()[i];
            if (weight != 0) {
                String sign = weight < 0 ? "- " : sum.isEmpty() ? "" : "+ ";
                sum.append(sign)
                        .append(Math.abs(weight) == 1 ? "" : Math.abs(weight) + " ")
                        .append("x")
                        .append(i + 1)
                        .append(" ");
            }
        }
        if (sum.isEmpty()) {
            return line.threshold() <= 0 ? "everywhere" : "nowhere";
        }
        return sum + "\u2265 " + line.threshold();
    }

    DataTable correctRows() {
        List<List<Object>> rows = new ArrayList<>();
        for (int inputs = 2; inputs <= MAX_INPUTS; inputs++) {
            AffineFunctions functions = AffineFunctions.of(inputs);
            int all = 1 << inputs;
            functions
                    .byCorrectRows()
                    .forEach((correct, count) -> rows.add(List.of(
                            functions.inputs(),
                            correct + " of " + all,
                            count,
                            correct == all ? functions.affine().size() : 0)));
        }
        return new DataTable(
                "Boolean functions by the rows that affine maps compute correctly",
                List.of(
                        "Inputs",
                        "Correct rows of the best affine map with a threshold",
                        "Functions",
                        "Of these, affine without a threshold"),
                rows);
    }

    DataTable deepNetworks() {
        return new DataTable(
                "Largest relative difference of deep networks from one affine map",
                List.of("Layers", "Without activations", "Rounding bound", "With ReLU"),
                result.deep().stream()
                        .map(network -> List.<Object>of(
                                network.layers(),
                                scientific(network.error()),
                                scientific(network.roundingBound()),
                                scientific(network.errorWithRelu())))
                        .toList());
    }

    private static String scientific(double number) {
        return String.format(Locale.ROOT, "%.1e", number);
    }
}
