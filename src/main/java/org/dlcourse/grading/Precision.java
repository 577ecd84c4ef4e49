package org.dlcourse.grading;

/** The precision of the numbers that a solution gives; the bounds of its rounding errors follow from it. */
public enum Precision {
    /** Numbers of 64 bits, whose rounding is an error of at most 2^-53. */
    DOUBLE {
        @Override
        public double tolerance(double exact) {
            return exact;
        }

        @Override
        public String reason(String exact) {
            return exact;
        }
    },
    /** Numbers of 32 bits, whose rounding is an error of at most 2^-24. */
    SINGLE {
        @Override
        public double tolerance(double exact) {
            return Math.min(exact * RATIO, LARGEST);
        }

        @Override
        public String reason(String exact) {
            return exact + "; in single precision 2^29 times as much, and at most 1e-4";
        }
    };

    /** Of the largest rounding errors, 2^-24 / 2^-53. */
    private static final double RATIO = 0x1p29;

    /** Room for some 1,700 roundings; the known mistakes are further off, which each page shows. */
    private static final double LARGEST = 1e-4;

    /**
     * The bound of an error that is due to rounding.
     *
     * @param exact the bound in double precision, relative to the largest number or of numbers of about 1
     */
    public abstract double tolerance(double exact);

    /** Where that bound comes from. */
    public abstract String reason(String exact);
}
