package org.dlcourse.homework.fcnet;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.experiment.Experiments;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class Question4LibraryTest {
    @Requirement("FCNET-4a")
    void libraryAgreesWithTheNetworkByHand(Experiments experiments, Evidence evidence) {
        LibraryPage page = LibraryPage.of(experiments.run(new LibraryComparison()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("FCNET-4c")
    void depthIsComparedFromTwoToFiveLayers(Experiments experiments, Evidence evidence) {
        DepthComparison.Result result = experiments.run(new DepthComparison());
        DepthPage page = new DepthPage(result);
        page.show(evidence);
        page.check(evidence);

        assertThat(result.depths())
                .extracting(repeats -> repeats.architecture().depth())
                .as("layers with weights")
                .isEqualTo(DepthComparison.DEPTHS);
        evidence.assertChecks();
    }
}
