package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlcourse.experiment.ChosenRuns.Chosen;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
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

class RetrainedRunsTest {
    private static final TrainingData DATA = TinyData.of(50);

    @TempDir
    private Path folder;

    /** Three runs after another, of which it notes the seeds that it got. */
    private record OneByOne(List<Long> seeds) implements Experiment<List<Run>> {
        @Override
        public List<Run> conduct(Laboratory laboratory) {
            List<Run> runs = new ArrayList<>();
            for (long seed = 1; seed <= 3; seed++) {
                runs.addAll(laboratory.runs(DATA, List.of(request(seed))));
                seeds.add(seed);
            }
            return runs;
        }
    }

    @Test
    void chosenRunIsTrainedThoughItIsKeptAndEndsTheExperiment() {
        Experiments experiments = Experiments.with(CourseSettings.of(
                Map.of("course.results", folder.resolve("kept").toString()), Map.of()));
        List<Run> kept = experiments.run(new OneByOne(new ArrayList<>()));
        ChosenRuns second = new ChosenRuns(List.of(new Chosen(request(2), DATA.sha256())));
        List<Long> seeds = new ArrayList<>();

        assertThatThrownBy(() -> experiments
                        .trainingAgain(second, folder.resolve("again"))
                        .run(new OneByOne(seeds)))
                .isInstanceOf(RetrainedRuns.AllTrainedException.class);

        assertThat(seeds).as("seeds that were served before").containsExactly(1L);
        assertThat(new RunStore(folder.resolve("again")).all())
                .extracting(run -> run.request().seed())
                .as("seeds that were trained again")
                .containsExactly(2L);
        assertThat(new RunStore(folder.resolve("kept")).all())
                .extracting(Run::key)
                .as("what was kept before")
                .containsExactlyInAnyOrderElementsOf(kept.stream().map(Run::key).toList());
    }

    private static RunRequest request(long seed) {
        return new RunRequest(
                new TrainingPlan(
                        GrayCifarArchitectures.MLP_1,
                        Initialisation.PYTORCH,
                        new Optimiser.Sgd(.01),
                        50,
                        1,
                        Recording.every(1, Curve.TRAINING_LOSS)),
                seed);
    }
}
