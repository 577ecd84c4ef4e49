package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.dlcourse.backend.Backend;
import org.dlcourse.dataset.Examples;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.settings.CourseSettings;
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

        assertThat(test("width", best, candidates).provenance().dataSha256()).isEqualTo(data.sha256());

        assertThatThrownBy(() -> test("width", best, candidates))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was read for \"width\" before");
        assertThat(test("depth", best, candidates).result().accuracyOnTest())
                .as("another question")
                .isPresent();
    }

    @Test
    void opensForTheBestCandidateAsItWasTrained() {
        Run best = SealedTestSet.best(candidates);
        Run other =
                candidates.stream().filter(run -> !run.equals(best)).findFirst().orElseThrow();

        assertThatThrownBy(() -> sealed.open("width", other, candidates))
                .hasMessageContaining("is read with the best candidate");
        assertThat(sealed.open("width", best, candidates)).isEqualTo(data);
        assertThatThrownBy(() -> sealed.open("width", best, candidates))
                .hasMessageContaining("was read for \"width\" before");
        assertThatThrownBy(() -> test("width", best, candidates)).hasMessageContaining("was read for \"width\" before");
    }

    @Test
    void staysClosedBeforeTheSearch() {
        assertThatThrownBy(() -> test("width", candidates.get(0), List.of()))
                .hasMessageContaining("read after a search, and no candidate has been trained");
        assertThat(sealed.withoutTest().testSet()).isEmpty();
    }

    @Test
    void staysClosedForAnyButTheBestCandidate() {
        Run best = SealedTestSet.best(candidates);
        Run other =
                candidates.stream().filter(run -> !run.equals(best)).findFirst().orElseThrow();

        assertThatThrownBy(() -> test("width", other, candidates))
                .hasMessageContaining("is read with the best candidate")
                .hasMessageContaining("best candidate of \"width\" by validation score, " + best.request() + ": ");
        assertThat(test("width", best, candidates).result().accuracyOnTest())
                .as("a refusal is no reading")
                .isPresent();
    }

    @Test
    void staysClosedWhenACandidateSawTheTestSet() {
        List<Run> peeked = trained(data);

        assertThatThrownBy(() -> test("width", SealedTestSet.best(peeked), peeked))
                .hasMessageContaining("was not trained on these data without their test set");
    }

    @Test
    void runThatFailsIsNoReading() {
        Run best = SealedTestSet.best(candidates);

        assertThatThrownBy(() -> sealed.test("width", best, candidates, laboratory((seen, requests) -> {
                    throw new IllegalStateException("disk full");
                })))
                .hasMessage("disk full");

        assertThat(test("width", best, candidates).result().accuracyOnTest()).isPresent();
    }

    private Run test(String question, Run chosen, List<Run> all) {
        return sealed.test(question, chosen, all, laboratory(scheduler()::runAll));
    }

    private static Laboratory laboratory(BiFunction<TrainingData, List<RunRequest>, List<Run>> runs) {
        return new Laboratory() {
            @Override
            public CourseSettings settings() {
                throw new UnsupportedOperationException();
            }

            @Override
            public <R> R result(Experiment<R> experiment) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Run> runs(TrainingData data, List<RunRequest> requests) {
                return runs.apply(data, requests);
            }
        };
    }

    private RunScheduler scheduler() {
        RunIdentity identity = new RunIdentity(CodeVersion.ofProcess(), Backend.start());
        return new RunScheduler(new RunStore(folder), identity, 1, Duration.ofMinutes(1));
    }

    private List<Run> trained(TrainingData seen) {
        TrainingPlan plan = new TrainingPlan(
                GrayCifarArchitectures.MLP_1,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(0.01),
                10,
                1,
                Recording.every(1, Curve.TRAINING_LOSS));
        return scheduler()
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
