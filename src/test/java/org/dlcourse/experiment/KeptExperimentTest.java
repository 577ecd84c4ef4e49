package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TinyData;
import org.dlcourse.training.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptExperimentTest {
    @TempDir
    private Path folder;

    private record Perceptron() implements Experiment<List<Run>> {
        @Override
        public List<Run> conduct(Laboratory laboratory) {
            TrainingPlan plan = new TrainingPlan(
                    GrayCifarArchitectures.MLP_1,
                    Initialisation.PYTORCH,
                    new Optimiser.Sgd(.01),
                    50,
                    1,
                    Recording.every(1, Curve.TRAINING_LOSS));
            return laboratory.runs(TinyData.of(50), List.of(new RunRequest(plan, 1)));
        }
    }

    private record Nested() implements Experiment<String> {
        @Override
        public String conduct(Laboratory laboratory) {
            return laboratory.result(new Perceptron()).get(0).key();
        }
    }

    @Test
    void resultIsThereWithoutTrainingOnceItsRunsAreKept() {
        assertThat(experiments().kept(new Nested())).as("nothing is trained").isEmpty();

        String key = experiments().run(new Nested());

        assertThat(experiments().kept(new Nested())).contains(key);
    }

    @Test
    void observerIsToldWhichExperimentsAreAskedForAndWhichRunsTheyRestOn() {
        List<Class<?>> asked = new ArrayList<>();
        Set<String> runs = new TreeSet<>();
        ExperimentObserver observer = new ExperimentObserver() {
            @Override
            public void asked(Class<?> experiment) {
                asked.add(experiment);
            }

            @Override
            public void rested(Set<String> keys) {
                runs.addAll(keys);
            }
        };
        Experiments experiments = experiments();
        String key = experiments.run(new Nested());

        experiments.observedBy(observer).run(new Nested());

        assertThat(asked).containsExactly(Nested.class);
        assertThat(runs)
                .as("runs of the experiment within, though nothing is done again")
                .containsExactly(key);
        assertThat(experiments.runs(runs)).extracting(Run::key).containsExactly(key);
    }

    /** Each knows no more than the folder does. */
    private Experiments experiments() {
        return Experiments.with(CourseSettings.of(Map.of("course.results", folder.toString()), Map.of()));
    }
}
