package org.dlcourse.exercise;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A Boolean function, as its truth table.
 *
 * <p>The index of a row, in binary with one digit per input, gives the inputs: the first digit is the first input. So the rows
 * of two inputs are 00, 01, 10 and 11.
 *
 * @param inputs number of inputs, from 1 to 16
 * @param values the function's value at each row, 2^inputs of them
 */
public record BooleanFunction(int inputs, boolean[] values) {
    private static final int MAX_INPUTS = 16;

    /**
     * Checks that there is a value for each row.
     *
     * @throws IllegalArgumentException if there are too few or too many inputs or values
     */
    public BooleanFunction {
        if (inputs < 1 || inputs > MAX_INPUTS || values.length != 1 << inputs) {
            throw new IllegalArgumentException("Found " + inputs + " inputs and " + values.length
                    + " values; expected from 1 to " + MAX_INPUTS
                    + " inputs, and a value for each of the 2^inputs rows.");
        }
        values = values.clone();
    }

    /** The function whose value at each row is the bit of that index; the lowest bit is for row 0. */
    public static BooleanFunction numbered(int inputs, long number) {
        return of(inputs, row -> (number >> row & 1) == 1);
    }

    /** All functions of this number of inputs, at most 4, for which there are 65,536. */
    public static List<BooleanFunction> every(int inputs) {
        return LongStream.range(0, 1L << (1 << inputs))
                .mapToObj(number -> numbered(inputs, number))
                .toList();
    }

    /** A function whose values are 0 or 1 with equal probability. */
    public static BooleanFunction random(int inputs, Random random) {
        return of(inputs, row -> random.nextBoolean());
    }

    /** The parity: 1 where an odd number of inputs is 1; of two inputs, the exclusive or. */
    public static BooleanFunction parity(int inputs) {
        return of(inputs, row -> Integer.bitCount(row) % 2 == 1);
    }

    private static BooleanFunction of(int inputs, IntPredicate value) {
        boolean[] values = new boolean[1 << inputs];
        for (int row = 0; row < values.length; row++) {
            values[row] = value.test(row);
        }
        return new BooleanFunction(inputs, values);
    }

    /**
     * The number by which {@link #numbered} makes the function.
     *
     * @throws IllegalStateException if it has more than 6 inputs, whose numbers are too long
     */
    public long number() {
        if (rows() > Long.SIZE) {
            throw new IllegalStateException("A function of " + inputs + " inputs has no number; expected at most 6.");
        }
        return rowsThatAre(true).stream().mapToLong(row -> 1L << row).sum();
    }

    /** The number of rows. */
    public int rows() {
        return values.length;
    }

    /** The function's value at a row. */
    public boolean value(int row) {
        return values[row];
    }

    /** The inputs at a row, first input first. */
    public boolean[] point(int row) {
        boolean[] point = new boolean[inputs];
        for (int i = 0; i < inputs; i++) {
            point[i] = (row >> inputs - 1 - i & 1) == 1;
        }
        return point;
    }

    /** A row's inputs as digits, such as 01. */
    public String digits(int row) {
        boolean[] point = point(row);
        return IntStream.range(0, inputs).mapToObj(i -> point[i] ? "1" : "0").collect(Collectors.joining());
    }

    /** The rows where the function has this value. */
    public List<Integer> rowsThatAre(boolean value) {
        return IntStream.range(0, rows())
                .filter(row -> values[row] == value)
                .boxed()
                .toList();
    }
}
