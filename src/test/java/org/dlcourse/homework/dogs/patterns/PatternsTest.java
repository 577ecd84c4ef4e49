package org.dlcourse.homework.dogs.patterns;

import org.dlcourse.experiment.Experiments;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class PatternsTest {
    @Requirement("DOGS-10")
    void orientationDistinguishesTheClassesAndPositionDoesNot(Experiments experiments, Evidence evidence) {
        PatternsPage page = new PatternsPage(experiments.run(new Patterns()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("DOGS-11")
    void kernelsOfTheFirstLayerOfEachRepeatAreShownAndMeasured(Experiments experiments, Evidence evidence) {
        KernelsPage page = new KernelsPage(experiments.run(new PatternNetworks()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }
}
