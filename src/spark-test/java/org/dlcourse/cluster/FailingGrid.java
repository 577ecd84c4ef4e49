package org.dlcourse.cluster;

import java.util.List;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.RunRequest;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TinyData;
import org.dlcourse.training.TrainingPlan;

/** Four runs: one that never ends, one for which there is no memory, one that diverges and one that is sound. */
record FailingGrid() implements Experiment<List<Run>> {
    /** With a point a step, for which an array of 1.6 GB is made at the start: an executor has 1 GB. */
    private static final int EPOCHS_WITHOUT_MEMORY = 200_000_000;

    public static void main(String[] arguments) {
        Experiments.with(CourseSettings.ofProcess()).run(new FailingGrid());
    }

    @Override
    public List<Run> conduct(Laboratory laboratory) {
        return laboratory.runs(
                TinyData.of(100),
                List.of(
                        request(GrayCifarArchitectures.CNN_3, 0.001, 1_000_000, 100),
                        request(GrayCifarArchitectures.MLP_2, 0.001, EPOCHS_WITHOUT_MEMORY, 1),
                        request(GrayCifarArchitectures.CNN_3, 1e30, 1, 1),
                        request(GrayCifarArchitectures.MLP_1, 0.001, 1, 1)));
    }

    private static RunRequest request(Architecture architecture, double learningRate, int epochs, int every) {
        return new RunRequest(
                new TrainingPlan(
                        architecture,
                        Initialisation.PYTORCH,
                        new Optimiser.Sgd(learningRate),
                        50,
                        epochs,
                        Recording.every(every, Curve.TRAINING_LOSS)),
                1);
    }
}
