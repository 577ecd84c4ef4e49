package org.dlcourse.homework.fcnet;

import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.grading.Solutions;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class Question2BackPropagationTest {
    private final ToyData biased = GoldenToyData.biased();

    @Requirement("FCNET-2a")
    void derivedGradientsAgreeWithNumericalGradients(Evidence evidence) {
        TwoLayerNetwork network = new MatrixTwoLayerNetwork();
        DerivativesPage page = DerivativesPage.of(network, biased);
        evidence.solution(network);
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("FCNET-2d")
    void backPropagationAgreesWithCentralDifferencesAndPytorch(Solutions solutions, Evidence evidence) {
        BackPropagationPage page = new BackPropagationPage(
                solution(solutions),
                GoldenToyData.handout(),
                biased,
                HiddenNetworks.of(solutions.caseSeed()),
                solutions::precision);
        page.check(evidence);
        page.show(evidence);
        evidence.assertChecks();
    }

    private static TwoLayerNetwork solution(Solutions solutions) {
        return solutions.of(TwoLayerNetwork.class, MatrixTwoLayerNetwork::new);
    }
}
