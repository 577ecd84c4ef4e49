package org.dlcourse.report;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the test of one requirement.
 *
 * <p>The method may ask for {@link Evidence}, {@link org.dlcourse.experiment.Experiments} and
 * {@link org.dlcourse.settings.CourseSettings}. It can be selected by the requirement's id or its handout's, as by tags:
 * {@code -Dgroups=ANN-3.1}, {@code -Dgroups=ANN}. All of them carry JUnit's tag {@value #TAG}.
 *
 * <pre>{@code
 * @Requirement("SHAPES-2.1")
 * void convolutionBeatsALinearClassifier(Experiments experiments, Evidence evidence) {
 *     ShapeComparisonPage page = new ShapeComparisonPage(experiments.run(new ShapeComparison()));
 *     page.show(evidence);
 *     page.check(evidence);
 *     evidence.assertChecks();
 * }
 * }</pre>
 *
 * <p>Its entry in the catalogue is in {@link RequirementCatalogue}.
 */
@Documented
@Test
@Tag(Requirement.TAG)
@ExtendWith(RequirementExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requirement {
    /** JUnit's tag of all requirements: {@code -Dgroups=requirement}. */
    String TAG = "requirement";

    /**
     * Which requirement the test proves.
     *
     * @return the id in the catalogue, such as {@code ANN-3.1}
     */
    String value();
}
