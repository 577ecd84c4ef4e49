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
 * What lines, affine maps and deep networks without activations get right, in numbers.
 *
 * @param result what was found
 */
record LinearActivationTables(LinearActivations result) {
    private static final int MOST_INPUTS = 4;

    DataTable dichotomies() {
        List<List<Object>> rows = new ArrayList<>();
        for (BooleanFunction function : BooleanFunction.every(2)) {
            Optional<Perceptron> line = result.lines().of(function);
            rows.add(List.of(
                    IntStream.range(0, function.rows())
                            .mapToObj(row -> function.value(row) ? "1" : "0")
                            .collect(Collectors.joining(" ")),
                    line.map(LinearActivationTables::border)
                            .orElseGet(() -> "none: "
                                    + Contradiction.of(function).orElseThrow().equation(function)),
                    line.map(found -> (Object) LinearActivations.rowsOfXor(found))
                            .orElse("")));
        }
        return new DataTable(
                "All ways to divide the four points", List.of("At 00 01 10 11", "On where", "Rows of XOR right"), rows);
    }

    /** As an inequality, such as x1 - x2 at least 1. */
    private static String border(Perceptron line) {
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

    DataTable learnable() {
        List<List<Object>> rows = new ArrayList<>();
        for (int inputs = 2; inputs <= MOST_INPUTS; inputs++) {
            AffineFunctions functions = AffineFunctions.of(inputs);
            int all = 1 << inputs;
            functions
                    .byRowsRight()
                    .forEach((right, count) -> rows.add(List.of(
                            functions.inputs(),
                            right + " of " + all,
                            count,
                            right == all ? functions.affine().size() : 0)));
        }
        return new DataTable(
                "What affine maps get right",
                List.of(
                        "Inputs",
                        "Rows right at best, with a threshold",
                        "Functions",
                        "Of these affine maps themselves, without a threshold"),
                rows);
    }

    DataTable deepNetworks() {
        return new DataTable(
                "Deep networks beside one affine map, largest relative difference",
                List.of("Layers", "Without activations", "Bound by rounding", "With ReLU"),
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
