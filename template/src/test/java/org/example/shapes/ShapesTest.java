package org.example.shapes;

import java.util.List;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.kit.EnabledIfGpuAvailable;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;

class ShapesTest {
    /** The solution that is judged; a student's is put here. */
    private final MaxPooling solution = new LoopMaxPooling();

    @Requirement("SHAPES-1.1")
    void maxPoolingFromLoopsEqualsNd4js(CourseSettings settings, Evidence evidence) {
        List<MaxPoolingCase> cases = List.of(
                MaxPoolingCase.ofRandomNumbers(12, 2, settings.seed()),
                MaxPoolingCase.ofRandomNumbers(12, 3, settings.seed()));
        MaxPoolingPage page = new MaxPoolingPage(solution, cases);
        evidence.solution(solution);
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("SHAPES-2.1")
    void convolutionBeatsALinearClassifier(Experiments experiments, Evidence evidence) {
        ShapeComparisonPage page = new ShapeComparisonPage(experiments.run(new ShapeComparison()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("SHAPES-2.2")
    void betterNetworkHasFewerParameters(Experiments experiments, Evidence evidence) {
        ParametersPage page = new ParametersPage(experiments.run(new ShapeComparison()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("SHAPES-2.3")
    @EnabledIfGpuAvailable
    void networkLearnsOnAGpu(Experiments experiments, Evidence evidence) {
        GpuPage page = new GpuPage(experiments.run(new ShapeComparison()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }
}
