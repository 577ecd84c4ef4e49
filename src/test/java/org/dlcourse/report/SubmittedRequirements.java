package org.dlcourse.report;

import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.exercise.reference.ShiftedSumConvolution2d;
import org.dlcourse.grading.Solutions;
import org.dlcourse.sandbox.SandboxException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Requirements on a convolution that may be a student's, and one that is about something else. Not run by the build itself. */
final class SubmittedRequirements {
    @Requirement("ANN-2.1")
    void onePixelIsTheProduct(Solutions solutions, Evidence evidence) {
        Convolution2d solution = solutions.of(Convolution2d.class, ShiftedSumConvolution2d::new);
        evidence.criterion("digits", () -> product(solution, evidence, 2, 6));
        evidence.criterion("one input channel, rectangular", () -> product(solution, evidence, 3, 9));
        evidence.criterion("several input channels, square", () -> product(solution, evidence, -2, -6));
        evidence.criterion("several input channels, rectangular", () -> product(solution, evidence, 1, 3));
        evidence.assertChecks();
    }

    @Requirement("ANN-2.2")
    void positivePixelIsTheProduct(Solutions solutions, Evidence evidence) {
        judge(solutions, evidence, 2, 6);
    }

    @Requirement("ANN-1.1")
    void isAboutSomethingElse(Evidence evidence) {
        evidence.conclusion("It is so.");
    }

    @Requirement("ANN-1.2")
    void isNotGraded(Solutions solutions) {
        throw new SandboxException("no daemon answers");
    }

    private static void judge(Solutions solutions, Evidence evidence, double pixel, double expected) {
        product(solutions.of(Convolution2d.class, ShiftedSumConvolution2d::new), evidence, pixel, expected);
        evidence.assertChecks();
    }

    private static void product(Convolution2d solution, Evidence evidence, double pixel, double expected) {
        INDArray kernel = Nd4j.valueArrayOf(new long[] {1, 1, 1, 1}, 3, DataType.DOUBLE);
        double output = solution.forward(Nd4j.valueArrayOf(new long[] {1, 1, 1, 1}, pixel, DataType.DOUBLE), kernel)
                .getDouble(0);
        evidence.conclusion("The product is " + output + ".");
        evidence.check("product", output, Bound.exactly(expected), EvidenceKind.EXACT, "one pixel, one weight");
    }
}
