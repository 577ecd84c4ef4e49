package org.dlcourse.exercise.submitted;

import java.util.Arrays;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.grading.Target;
import org.dlcourse.sandbox.Verdict;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a student's code gave, read as what it has to be.
 *
 * @param target the code
 * @param what it is, such as "size of the output"
 * @param array of the result
 */
record StudentResult(Target target, String what, NpyArray array) {
    private static final int SHOWN_NUMBERS = 6;
    private static final int LARGEST = 1_000_000;

    /** The result of a single call of a function. */
    static StudentResult of(Submission submission, Target target, String what, Case one) {
        return new StudentResult(
                target, what, submission.run(one).values().iterator().next());
    }

    /** As an array in double precision. */
    INDArray inDouble() {
        return array.toNd4j().castTo(DataType.DOUBLE);
    }

    /** As a vector in double precision; a row or a column of a matrix is one too, with a remark. */
    INDArray vector(Submission submission) {
        INDArray found = inDouble();
        boolean isLine = found.rank() == 2 && (found.size(0) == 1 || found.size(1) == 1);
        if (!isLine) {
            return found;
        }
        submission.remark(
                target,
                "The " + what + " of the " + target + " is a matrix of one " + (found.size(0) == 1 ? "row" : "column")
                        + ", and was taken for a vector.");
        return found.reshape(found.length());
    }

    /** As one number; an array of one element counts as such. */
    double number() {
        return numbers(1)[0];
    }

    /**
     * As some numbers.
     *
     * @throws SubmissionException if there are more or fewer
     */
    double[] numbers(int count) {
        double[] numbers = array.doubles();
        if (numbers.length != count) {
            throw wrong(count == 1 ? "one number" : count + " numbers");
        }
        return numbers;
    }

    /** As one whole number; 17.0 is one. */
    long whole() {
        double number = number();
        // Beyond 2^53 not every whole number is one of double precision.
        if (number != Math.rint(number) || Math.abs(number) >= 0x1p53) {
            throw wrong("a whole number");
        }
        return (long) number;
    }

    /** All of it as whole numbers so small that a sum of a thousand is an {@code int}. */
    int[] wholes() {
        double[] numbers = array.doubles();
        if (!Arrays.stream(numbers).allMatch(number -> number == Math.rint(number) && Math.abs(number) <= LARGEST)) {
            throw wrong("whole numbers up to " + LARGEST);
        }
        return Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
    }

    /**
     * Checks that it has a shape; where there are no elements, any shape without elements will do.
     *
     * @throws SubmissionException if not
     */
    StudentResult requireShape(int... shape) {
        boolean isEmpty = Arrays.stream(shape).anyMatch(size -> size == 0);
        if (isEmpty ? array.length() != 0 : !Arrays.equals(array.shape(), shape)) {
            throw wrong("shape " + Arrays.toString(shape));
        }
        return this;
    }

    /** What says that it is none of what is expected. */
    SubmissionException wrong(String expected) {
        double[] numbers = array.doubles();
        String shown = Arrays.toString(Arrays.copyOf(numbers, Math.min(numbers.length, SHOWN_NUMBERS)));
        return new SubmissionException(
                Verdict.WRONG,
                "The " + what + " of the " + target + " is " + shown
                        + (numbers.length > SHOWN_NUMBERS ? " and more" : "") + ", of shape "
                        + Arrays.toString(array.shape()) + "; expected " + expected + ".");
    }
}
