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
 * Compares gradients with central differences of the loss, element by element, in double precision. The differences are of four
 * points: their truncation error falls with the fourth power of the step, so that the step can be large against rounding.
 *
 * <pre>{@code
 * INDArray values = Nd4j.createFromArray(1.0, 2.0, 3.0);
 * INDArray gradient = Nd4j.createFromArray(2.0, 4.0, 6.0);
 *
 * GradientCheck check = GradientCheck.of(
 *         List.of(new Parameter("x", values, gradient)),
 *         () -> values.mul(values).sumNumber().doubleValue());
 *
 * assertThat(check.largestRelativeError()).isLessThan(1e-8);
 * }</pre>
 *
 * @param worst the element with the largest relative error in each array, in the order in which the arrays were given
 */
public record GradientCheck(List<Worst> worst) {
    private static final double STEP = 1e-4;

    private static final double SMALLEST_SCALE = 1e-8;

    /**
     * An array of parameters with its gradient.
     *
     * @param name as the table shows it
     * @param values the parameters, of any shape, in double precision; they are changed and restored
     * @param gradient of the loss, of the same shape
     */
    public record Parameter(String name, INDArray values, INDArray gradient) {}

    /**
     * The element of an array whose gradient is furthest from the difference quotient.
     *
     * @param name of the array
     * @param index of the element in the flattened array, from 0
     * @param gradient of the element
     * @param quotient the central difference for the element
     * @param count number of elements of the array
     */
    public record Worst(String name, long index, double gradient, double quotient, long count) {
        /**
         * |a - b| / max(1e-8, |a| + |b|) for gradient a and quotient b.
         *
         * @return from 0 to 1, or NaN if one of them is NaN
         */
        public double relativeError() {
            return Math.abs(gradient - quotient) / Math.max(SMALLEST_SCALE, Math.abs(gradient) + Math.abs(quotient));
        }

        /** In order of the relative error; NaN is the largest. */
        static Comparator<Worst> byError() {
            return Comparator.comparing(Worst::relativeError);
        }
    }

    /**
     * Checks all elements of all arrays.
     *
     * @param parameters the arrays that the loss depends on
     * @param loss computes the loss from the arrays' present values
     * @return the element with the largest relative error in each array
     * @throws IllegalArgumentException if an array is not in double precision
     */
    public static GradientCheck of(List<Parameter> parameters, DoubleSupplier loss) {
        List<Worst> worst = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.values().dataType() != DataType.DOUBLE) {
                throw new IllegalArgumentException(parameter.name() + " is "
                        + parameter.values().dataType() + "; differences need double precision.");
            }
            List<Worst> all = new ArrayList<>();
            for (long index = 0; index < parameter.values().length(); index++) {
                all.add(new Worst(
                        parameter.name(),
                        index,
                        parameter.gradient().getDouble(index),
                        quotient(parameter.values(), index, loss),
                        parameter.values().length()));
            }
            worst.add(all.stream().max(Worst.byError()).orElseThrow());
        }
        return new GradientCheck(worst);
    }

    private static double quotient(INDArray values, long index, DoubleSupplier loss) {
        double near = difference(values, index, loss, STEP);
        double far = difference(values, index, loss, 2 * STEP);
        return (8 * near - far) / (12 * STEP);
    }

    private static double difference(INDArray values, long index, DoubleSupplier loss, double step) {
        double value = values.getDouble(index);
        values.putScalar(index, value + step);
        double above = loss.getAsDouble();
        values.putScalar(index, value - step);
        double below = loss.getAsDouble();
        values.putScalar(index, value);
        return above - below;
    }

    /**
     * The largest relative error of all elements.
     *
     * @return from 0 to 1, or NaN if a gradient or a loss is NaN
     */
    public double largestRelativeError() {
        return worst.stream().max(Worst.byError()).orElseThrow().relativeError();
    }

    /**
     * A table with the element of largest relative error in each array, to be shown on a requirement's page.
     *
     * @param where what the gradients were computed on, such as "on the toy data"
     * @return a row for each array
     */
    public DataTable table(String where) {
        List<List<Object>> rows = new ArrayList<>();
        for (Worst one : worst) {
            rows.add(List.of(
                    one.name(),
                    one.count(),
                    one.index(),
                    String.format(Locale.ROOT, "%.10g", one.gradient()),
                    String.format(Locale.ROOT, "%.10g", one.quotient()),
                    String.format(Locale.ROOT, "%.1e", one.relativeError())));
        }
        return new DataTable(
                "Gradients against central differences " + where + ": the element with the largest error in each array",
                List.of("Parameters", "Elements", "Index", "Gradient", "Difference quotient", "Relative error"),
                rows);
    }
}
