package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.dlcourse.backend.Backend;
import org.dlcourse.dataset.Examples;
import org.dlcourse.model.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedTestSetTest {
    @TempDir
    private Path folder;

    private final TrainingData data = new TrainingData("three sets", examples(20, 1), examples(20, 2), examples(20, 3));
    private final SealedTestSet sealed = new SealedTestSet(data);
    private List<Run> candidates;

    @BeforeEach
    void search() {
        candidates = trained(sealed.withoutTest());
    }

    @Test
    void opensForTheBestCandidateOnceAQuestion() {
        Run best = SealedTestSet.best(candidates);

        assertThat(sealed.open("width", best, candidates)).isEqualTo(data);

        assertThatThrownBy(() -> sealed.open("width", best, candidates))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was read for \"width\" before");
        assertThat(sealed.open("depth", best, candidates))
                .as("another question")
                .isEqualTo(data);
    }

    @Test
    void staysClosedBeforeTheSearch() {
        assertThatThrownBy(() -> sealed.open("width", candidates.get(0), List.of()))
                .hasMessageContaining("read after a search, and no candidate has been trained");
        assertThat(sealed.withoutTest().testSet()).isEmpty();
    }

    @Test
    void staysClosedForAnyButTheBestCandidate() {
        Run best = SealedTestSet.best(candidates);
        Run other =
                candidates.stream().filter(run -> !run.equals(best)).findFirst().orElseThrow();

        assertThatThrownBy(() -> sealed.open("width", other, candidates))
                .hasMessageContaining("is read with the best candidate")
                .hasMessageContaining("mlp_1 seed " + best.request().seed());
        assertThat(sealed.open("width", best, candidates))
                .as("a refusal is no reading")
                .isEqualTo(data);
    }

    @Test
    void staysClosedWhenACandidateSawTheTestSet() {
        List<Run> peeked = trained(data);

        assertThatThrownBy(() -> sealed.open("width", SealedTestSet.best(peeked), peeked))
                .hasMessageContaining("was not trained on these data without their test set");
    }

    private List<Run> trained(TrainingData seen) {
        TrainingPlan plan = new TrainingPlan(
                GrayCifarArchitectures.MLP_1,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(0.01),
                10,
                1,
                Recording.every(1, Curve.TRAINING_LOSS));
        RunIdentity identity = new RunIdentity(CodeVersion.ofProcess(), Backend.start());
        return new RunScheduler(new RunStore(folder), identity, 1)
                .runAll(
                        seen,
                        LongStream.rangeClosed(1, 5)
                                .mapToObj(seed -> new RunRequest(plan, seed))
                                .toList());
    }

    private static Examples examples(int count, int salt) {
        float[] features = new float[count * 1024];
        int[] labels = new int[count];
        for (int i = 0; i < features.length; i++) {
            features[i] = (i * 31 + salt * 17) % 29 / 29f;
        }
        for (int i = 0; i < count; i++) {
            labels[i] = (i + salt) % 10;
        }
        return Examples.of(features, new int[] {count, 1, 32, 32}, labels, 10);
    }
}
