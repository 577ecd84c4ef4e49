package org.dlcourse.homework.dogs.perceptrons;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.exercise.PerceptronConstruction;
import org.dlcourse.exercise.reference.RowDetectors;
import org.dlcourse.grading.Solutions;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;

class PerceptronsTest {
    @Requirement("DOGS-12")
    void perceptronsInTwoLayersComputeEveryBooleanFunction(
            CourseSettings settings, Solutions solutions, Evidence evidence) {
        BooleanFunctions result = BooleanFunctions.of(
                solutions.of(PerceptronConstruction.class, RowDetectors::new),
                solutions.submission().isPresent()
                        ? BooleanFunctions.ASKED_INPUTS_OF_EVERY
                        : BooleanFunctions.MOST_INPUTS_OF_EVERY,
                settings.seed());
        BooleanFunctionsPage page = new BooleanFunctionsPage(result);
        page.show(evidence);
        page.check(evidence);
        assertThat(result.every().subList(0, 3))
                .extracting(FunctionCensus::functions)
                .containsExactly(4, 16, 256);
        evidence.assertChecks();
    }
}
