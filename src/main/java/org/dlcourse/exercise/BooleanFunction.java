package org.dlcourse.exercise;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A function of binary inputs, given by its truth table.
 *
 * <p>The binary digits of a row's index are its inputs, the first digit being the first input. So the rows of two inputs are
 * 00, 01, 10 and 11.
 *
 * @param inputs number of inputs, from 1 to 16
 * @param values value of the function at each of the 2^inputs rows
 */
public record BooleanFunction(int inputs, boolean[] values) {
    private static final int MAX_INPUTS = 16;

    /**
     * Checks that there is a value for each row.
     *
     * @throws IllegalArgumentException if the number of inputs or values is not as described
     */
    public BooleanFunction {
        if (inputs < 1 || inputs > MAX_INPUTS || values.length != 1 << inputs) {
            throw new IllegalArgumentException("Found " + inputs + " inputs and " + values.length
                    + " values; expected from 1 to " + MAX_INPUTS
                    + " inputs, and a value for each of the 2^inputs rows.");
        }
        values = values.clone();
    }

    /** The function whose value at a row is the bit of a number with the row's index, the lowest bit for row 0. */
    public static BooleanFunction numbered(int inputs, long number) {
        return of(inputs, row -> (number >> row & 1) == 1);
    }

    /** All functions of a number of inputs; feasible for up to 4 inputs, which have 65,536. */
    public static List<BooleanFunction> every(int inputs) {
        return LongStream.range(0, 1L << (1 << inputs))
                .mapToObj(number -> numbered(inputs, number))
                .toList();
    }

    /** A function whose value at each row is 0 or 1 with equal probabilities. */
    public static BooleanFunction random(int inputs, Random random) {
        return of(inputs, row -> random.nextBoolean());
    }

    /** The function that is 1 where an odd number of inputs is 1; for two inputs XOR. */
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
     * The number from which {@link #numbered} makes the function.
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

    /** The inputs of a row, the first one first. */
    public boolean[] point(int row) {
        boolean[] point = new boolean[inputs];
        for (int i = 0; i < inputs; i++) {
            point[i] = (row >> inputs - 1 - i & 1) == 1;
        }
        return point;
    }

    /** The inputs of a row as digits, such as 01. */
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
