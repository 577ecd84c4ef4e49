package org.dlcourse.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.dlcourse.figure.DataTable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Compares gradients with difference quotients of the loss, number by number, in double precision: central ones over four
 * points, whose own error falls with the step's fourth power, so that a step can be taken that is large against rounding.
 *
 * @param worst the worst number of each array, in the order in which the arrays were given
 */
public record GradientCheck(List<Worst> worst) {
    private static final double STEP = 1e-4;

    private static final double SMALLEST_SCALE = 1e-8;

    /**
     * An array of parameters with its gradient.
     *
     * @param name what it is called
     * @param values the parameters, double; they are changed and put back
     * @param gradient of the loss, of the same shape
     */
    public record Parameter(String name, INDArray values, INDArray gradient) {}

    /**
     * Where a gradient is furthest from the difference quotient.
     *
     * @param name of the array
     * @param place in the array, in its own order
     * @param gradient there
     * @param quotient there
     * @param count of the array's numbers
     */
    public record Worst(String name, long place, double gradient, double quotient, long count) {
        /** |a - b| / max(1e-8, |a| + |b|). */
        public double relativeError() {
            return Math.abs(gradient - quotient) / Math.max(SMALLEST_SCALE, Math.abs(gradient) + Math.abs(quotient));
        }

        /** In order of error; one that is no number is worse than any. */
        static Comparator<Worst> byError() {
            return Comparator.comparing(Worst::relativeError);
        }
    }

    /**
     * Checks all numbers of all arrays.
     *
     * @param loss of the parameters as they are when it is asked
     */
    public static GradientCheck of(List<Parameter> parameters, DoubleSupplier loss) {
        List<Worst> worst = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.values().dataType() != DataType.DOUBLE) {
                throw new IllegalArgumentException(parameter.name() + " is "
                        + parameter.values().dataType() + "; differences need double precision.");
            }
            List<Worst> all = new ArrayList<>();
            for (long place = 0; place < parameter.values().length(); place++) {
                all.add(new Worst(
                        parameter.name(),
                        place,
                        parameter.gradient().getDouble(place),
                        quotient(parameter.values(), place, loss),
                        parameter.values().length()));
            }
            worst.add(all.stream().max(Worst.byError()).orElseThrow());
        }
        return new GradientCheck(worst);
    }

    private static double quotient(INDArray values, long place, DoubleSupplier loss) {
        double near = difference(values, place, loss, STEP);
        double far = difference(values, place, loss, 2 * STEP);
        return (8 * near - far) / (12 * STEP);
    }

    private static double difference(INDArray values, long place, DoubleSupplier loss, double step) {
        double value = values.getDouble(place);
        values.putScalar(place, value + step);
        double above = loss.getAsDouble();
        values.putScalar(place, value - step);
        double below = loss.getAsDouble();
        values.putScalar(place, value);
        return above - below;
    }

    /** The worst of all. */
    public double largestRelativeError() {
        return worst.stream().max(Worst.byError()).orElseThrow().relativeError();
    }

    /**
     * The worst number of each array.
     *
     * @param where what was checked on
     */
    public DataTable table(String where) {
        List<List<Object>> rows = new ArrayList<>();
        for (Worst one : worst) {
            rows.add(List.of(
                    one.name(),
                    one.count(),
                    one.place(),
                    String.format(Locale.ROOT, "%.10g", one.gradient()),
                    String.format(Locale.ROOT, "%.10g", one.quotient()),
                    String.format(Locale.ROOT, "%.1e", one.relativeError())));
        }
        return new DataTable(
                "Gradients against central differences " + where + ": the worst number of each array",
                List.of("Parameters", "Numbers", "Worst at", "Gradient", "Difference quotient", "Relative error"),
                rows);
    }
}
