package org.example.shapes;

import java.util.List;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * What the report shows of max pooling by hand.
 *
 * @param solution to be judged
 * @param cases that it is judged by
 */
record MaxPoolingPage(MaxPooling solution, List<MaxPoolingCase> cases) {
    void show(Evidence evidence) {
        evidence.conclusion("The solution is compared with ND4J's operation on " + cases.size()
                + " batches of random images, in which nothing is rounded.");
        evidence.answer(
                "What does max pooling keep?",
                "Of each square of pixels the largest value, wherever in the square it is. Height and width of the image are"
                        + " divided by the side of a square.");
    }

    void check(Evidence evidence) {
        for (MaxPoolingCase one : cases) {
            String squares = "squares of " + one.size() + " x " + one.size() + " pixels";
            one.check()
                    .check(
                            evidence,
                            "largest difference from ND4J's operation, " + squares,
                            solution,
                            EvidenceKind.EXACT,
                            "the largest of some numbers is one of them, so that nothing is rounded");
            one.check().prove(evidence, squares);
        }
    }
}
