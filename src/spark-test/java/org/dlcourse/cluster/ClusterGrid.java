package org.dlcourse.cluster;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.RunRequest;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TinyData;
import org.dlcourse.training.TrainingPlan;

/** A grid of small runs, as a process of its own on a cluster, or here in threads. */
record ClusterGrid(int runs, int epochs) implements Experiment<List<Run>> {
    public static void main(String[] arguments) {
        Experiments experiments = Experiments.with(CourseSettings.ofProcess());
        experiments.run(new ClusterGrid(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])));
        System.out.println("trained on " + experiments.cluster().orElse("no cluster"));
    }

    /** The runs by threads of this process, or as they are kept in the folder. */
    List<Run> inThreads(String results) {
        return Experiments.with(CourseSettings.of(Map.of("course.results", results), Map.of()))
                .run(this);
    }

    @Override
    public List<Run> conduct(Laboratory laboratory) {
        TrainingPlan plan = new TrainingPlan(
                GrayCifarArchitectures.CNN_3,
                Initialisation.PYTORCH,
                Optimiser.Adam.defaults(),
                50,
                epochs,
                Recording.every(2, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY));
        return laboratory.runs(
                TinyData.of(200),
                LongStream.rangeClosed(1, runs)
                        .mapToObj(seed -> new RunRequest(plan, seed))
                        .toList());
    }
}
