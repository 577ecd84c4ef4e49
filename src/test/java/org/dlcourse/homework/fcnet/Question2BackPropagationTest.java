package org.dlcourse.homework.fcnet;

import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class Question2BackPropagationTest {
    private final TwoLayerNetwork network = new MatrixTwoLayerNetwork();
    private final ToyData biased = GoldenToyData.biased();

    @Requirement("FCNET-2a")
    void derivedGradientsAgreeWithNumericalGradients(Evidence evidence) {
        DerivativesPage page = DerivativesPage.of(network, biased);
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("FCNET-2d")
    void backPropagationAgreesWithCentralDifferencesAndPytorch(Evidence evidence) {
        BackPropagationPage page = BackPropagationPage.of(network, GoldenToyData.handout(), biased);
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }
}
