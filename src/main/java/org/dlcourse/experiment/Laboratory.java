package org.dlcourse.experiment;

import java.util.List;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.TrainingData;

/** What an experiment works with. */
public interface Laboratory {
    /** What the user set. */
    CourseSettings settings();

    /** The result of another experiment, done once for all that ask for it. */
    <R> R result(Experiment<R> experiment);

    /** Runs, from the store or trained, in the order of the requests. */
    List<Run> runs(TrainingData data, List<RunRequest> requests);
}
