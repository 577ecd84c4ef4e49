package org.dlcourse.homework.ann.learningrates;

import java.util.List;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.settings.Scale;

/**
 * The runs with which the schedule of learning rates is compared: the same architecture and data with Adam's default parameters.
 * At full scale these are runs of the comparison of architectures, which are trained once for both.
 */
record AdamRuns() implements Experiment<Repeats> {
    @Override
    public Repeats conduct(Laboratory laboratory) {
        Scale scale = laboratory.settings().scale();
        return laboratory
                .grid(
                        LearningRateComparison.data(laboratory),
                        List.of(LearningRateComparison.adam(scale)),
                        laboratory.settings().repeats(5, 10))
                .get(0);
    }
}
