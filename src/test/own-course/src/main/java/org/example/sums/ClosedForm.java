package org.example.sums;

/** Sums without a loop. */
public final class ClosedForm {
    private ClosedForm() {}

    /** The sum of the numbers from 1 to n. */
    public static int ofNumbers(int n) {
        return n * (n + 1) / 2;
    }
}
