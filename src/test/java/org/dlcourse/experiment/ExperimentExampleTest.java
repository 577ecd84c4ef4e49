package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.dlcourse.backend.Backend;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TinyData;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@link Experiment} and {@link Laboratory}; {@code JavadocExamplesTest} compares them. */
class ExperimentExampleTest {
    private final TrainingData data = TinyData.of(50);

    @TempDir
    private Path folder;

    record TestAccuracies(TrainingData data, TrainingPlan convolutional, TrainingPlan perceptron)
            implements Experiment<List<MeanInterval>> {
        public List<MeanInterval> conduct(Laboratory laboratory) {
            List<Repeats> runs = laboratory.grid(data, List.of(convolutional, perceptron), 3);
            return runs.stream().map(Repeats::testAccuracy).toList();
        }
    }

    @Test
    void experimentTrainsEachPlanWithSeveralSeeds() {
        TestAccuracies experiment = new TestAccuracies(
                data, plan(GrayCifarArchitectures.CNN_3, 0.001), plan(GrayCifarArchitectures.MLP_1, 0.001));

        List<MeanInterval> accuracies = experiment.conduct(laboratory());

        assertThat(accuracies).hasSize(2).allSatisfy(accuracy -> assertThat(accuracy.count())
                .isEqualTo(3));
    }

    @Test
    void laboratoryGivesARunOfEachRequest() {
        Laboratory laboratory = laboratory();
        DoubleFunction<TrainingPlan> plan = rate -> plan(GrayCifarArchitectures.MLP_1, rate);

        long seed = laboratory.settings().seed();
        List<Run> runs = laboratory.runs(
                data,
                Stream.of(1e-4, 1e-3, 1e-2)
                        .map(rate -> new RunRequest(plan.apply(rate), seed))
                        .toList());
        Run best = SealedTestSet.best(runs);

        assertThat(runs).hasSize(3).contains(best);
    }

    private Laboratory laboratory() {
        RunIdentity identity = new RunIdentity(CodeVersion.ofProcess(), Backend.start());
        RunScheduler scheduler = new RunScheduler(new RunStore(folder), identity, 1, Duration.ofMinutes(5));
        return new Laboratory() {
            @Override
            public CourseSettings settings() {
                return CourseSettings.of(Map.of(), Map.of());
            }

            @Override
            public <R> R result(Experiment<R> experiment) {
                return experiment.conduct(this);
            }

            @Override
            public List<Run> runs(TrainingData trainingData, List<RunRequest> requests) {
                return scheduler.runAll(trainingData, requests);
            }
        };
    }

    private static TrainingPlan plan(Architecture architecture, double learningRate) {
        return new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(learningRate),
                50,
                1,
                Recording.every(1, Curve.TRAINING_LOSS));
    }
}
