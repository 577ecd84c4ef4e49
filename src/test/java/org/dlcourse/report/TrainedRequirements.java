package org.dlcourse.report;

import java.util.List;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Series;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TinyData;
import org.dlcourse.training.TrainingPlan;

/** Requirements that rest on runs or not, and pass or not. Not run by the build itself. */
final class TrainedRequirements {
    /** Four runs of one plan. */
    record Perceptrons() implements Experiment<List<Run>> {
        @Override
        public List<Run> conduct(Laboratory laboratory) {
            TrainingPlan plan = new TrainingPlan(
                    GrayCifarArchitectures.MLP_1,
                    Initialisation.PYTORCH,
                    new Optimiser.Sgd(.01),
                    50,
                    1,
                    Recording.every(1, Curve.TRAINING_LOSS));
            return laboratory.grid(TinyData.of(100), List.of(plan), 4).get(0).runs();
        }
    }

    @Requirement("DOGS-1")
    void trainedAndMet(Experiments experiments, Evidence evidence) {
        show(experiments, evidence, 2);
    }

    @Requirement("DOGS-2")
    void trainedByAnotherAndMet(Experiments experiments, Evidence evidence) {
        show(experiments, evidence, 2);
    }

    @Requirement("DOGS-6")
    void trainedAndNotMet(Experiments experiments, Evidence evidence) {
        show(experiments, evidence, -1);
    }

    @Requirement("DOGS-7")
    void metWithoutARun(Evidence evidence) {
        evidence.conclusion("It is so.");
    }

    private static void show(Experiments experiments, Evidence evidence, double bound) {
        double[] losses =
                experiments.run(new Perceptrons()).get(0).result().curves().of(Curve.TRAINING_LOSS);
        Series series = new Series("loss", new double[] {1, 2}, losses, Palette.BLUE, Series.Style.SOLID);
        DataTable table = DataTable.ofColumns("Loss", List.of("step", "loss"), List.of(series.x(), series.y()));
        evidence.conclusion("It is trained.");
        evidence.data(TinyData.of(100).description());
        evidence.figure(new Figure(
                "Loss by step",
                "Of one run.",
                300,
                200,
                new Chart("", "step", "loss", List.of(series)),
                List.of(table)));
        evidence.table(table);
        evidence.check("a number", 1, Bound.atMost(bound), EvidenceKind.STATISTICAL, "because");
        evidence.assertChecks();
    }
}
