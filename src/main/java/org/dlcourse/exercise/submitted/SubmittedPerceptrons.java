package org.dlcourse.exercise.submitted;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronConstruction;
import org.dlcourse.exercise.PerceptronNetwork;
import org.dlcourse.exercise.PerceptronNetwork.Perceptron;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.Target;

/**
 * A student's {@code perceptrons(values)}, which returns the weights and thresholds of hidden perceptrons, and those of an output
 * perceptron.
 *
 * @param submission with the function
 */
record SubmittedPerceptrons(Submission submission) implements PerceptronConstruction {
    static final Target TARGET = Target.function("perceptrons");

    private static final String HIDDEN_WEIGHTS = "hidden weights";
    private static final String HIDDEN_THRESHOLDS = "hidden thresholds";
    private static final String OUTPUT_WEIGHTS = "output weights";
    private static final String OUTPUT_THRESHOLD = "output threshold";

    @Override
    public PerceptronNetwork network(BooleanFunction function) {
        int[] values = IntStream.range(0, function.rows())
                .map(row -> function.value(row) ? 1 : 0)
                .toArray();
        return network(
                function.inputs(),
                submission.run(Case.stateless(TARGET)
                        .silentCall("network", Argument.list(values))
                        .get("network", HIDDEN_WEIGHTS, 0)
                        .get("network", HIDDEN_THRESHOLDS, 1)
                        .get("network", OUTPUT_WEIGHTS, 2)
                        .get("network", OUTPUT_THRESHOLD, 3)));
    }

    private static PerceptronNetwork network(int inputs, Map<String, NpyArray> results) {
        int units = results.get(HIDDEN_THRESHOLDS).length();
        int[] thresholds = thresholds(HIDDEN_THRESHOLDS, results, units);
        int[] weights =
                result(HIDDEN_WEIGHTS, results).requireShape(units, inputs).wholes();
        List<Perceptron> hidden = IntStream.range(0, units)
                .mapToObj(unit -> new Perceptron(
                        Arrays.copyOfRange(weights, unit * inputs, (unit + 1) * inputs), thresholds[unit]))
                .toList();
        int[] output = result(OUTPUT_WEIGHTS, results).requireShape(units).wholes();
        int threshold = thresholds(OUTPUT_THRESHOLD, results, 1)[0];
        return new PerceptronNetwork(inputs, List.of(hidden, List.of(new Perceptron(output, threshold))));
    }

    /** Rounded up: sums of whole weights reach .5 where they reach 1. */
    private static int[] thresholds(String what, Map<String, NpyArray> results, int count) {
        return Arrays.stream(result(what, results).numbers(count))
                // Nothing reaches a threshold that is NaN.
                .mapToInt(threshold -> Double.isNaN(threshold) ? Integer.MAX_VALUE : (int) Math.ceil(threshold))
                .toArray();
    }

    private static StudentResult result(String what, Map<String, NpyArray> results) {
        return new StudentResult(TARGET, what, results.get(what));
    }
}
