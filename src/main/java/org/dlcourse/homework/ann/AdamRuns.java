package org.dlcourse.homework.ann;

import java.util.List;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.model.Architecture;

/**
 * The runs of one architecture with Adam's defaults: the same as in the comparison of all architectures, which are therefore
 * trained once for both.
 *
 * @param architecture what is trained
 */
public record AdamRuns(Architecture architecture) implements Experiment<Repeats> {
    @Override
    public Repeats conduct(Laboratory laboratory) {
        return laboratory
                .grid(
                        laboratory.result(new GrayCifar10()).data(),
                        List.of(ArchitectureComparison.plan(
                                architecture, laboratory.settings().scale())),
                        ArchitectureComparison.repeats(laboratory.settings()))
                .get(0);
    }
}
