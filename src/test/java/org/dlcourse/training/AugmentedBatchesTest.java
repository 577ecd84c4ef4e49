package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferUnderflowException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dlcourse.dataset.Augmentation;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.InputForm;
import org.junit.jupiter.api.Test;

class AugmentedBatchesTest {
    private final TrainingData data = TinyData.of(40);
    private final ExampleBatches examples = new ExampleBatches(data.training(), InputForm.IMAGES);
    private final long[] shape = data.training().features().shape();
    private final AugmentedBatch augmentation = new AugmentedBatch(Augmentation.defaults(), 3, 1);

    @Test
    void preparedBatchesAreThoseMadeOneByOne() {
        List<int[]> indices = indices(3);
        List<float[]> features = new ArrayList<>();
        try (AugmentedBatches batches = new AugmentedBatches(examples, augmentation, indices, shape)) {
            for (int[] wanted : indices) {
                Batch batch = batches.next();
                Batch alone = augmentation.of(examples.batch(wanted), wanted, shape);

                assertThat(batch.labels()).isEqualTo(alone.labels());
                assertThat(batch.targets()).isEqualTo(alone.targets());
                assertThat(values(batch)).isEqualTo(values(alone));
                features.add(values(batch));
            }

            assertThat(batches.hasNext()).isFalse();
        }
        assertThat(indices.get(indices.size() - 1))
                .as("the last batch is smaller")
                .hasSize(1);
        assertThat(features.get(1)).as("control: batches differ").isNotEqualTo(features.get(0));
    }

    @Test
    void whatFailsInPreparationFailsWhereTheBatchIsAskedFor() {
        long[] largerThanTheImages = {40, shape[1] + 1, shape[2], shape[3]};
        try (AugmentedBatches batches = new AugmentedBatches(examples, augmentation, indices(3), largerThanTheImages)) {
            assertThatThrownBy(batches::next).isInstanceOf(BufferUnderflowException.class);
        }
    }

    @Test
    void closingBeforeTheEndLeavesNoThread() throws InterruptedException {
        AugmentedBatches batches = new AugmentedBatches(examples, augmentation, indices(1), shape);
        batches.next();
        List<Thread> preparing = preparing();

        batches.close();

        assertThat(preparing).as("control: there was one").isNotEmpty();
        assertThatAllEnd(preparing);
    }

    @Test
    void trainingThatDivergesOrFailsLeavesNoThread() throws InterruptedException {
        Set<Thread> seen = new HashSet<>();
        TrainingProgress watching = (epoch, step, steps, loss) -> seen.addAll(preparing());
        TrainingResult diverged = new Trainer(plan(1e30), data, 3).train(watching);
        assertThat(diverged.divergence()).isPresent();
        assertThat(seen).as("control: there was one").isNotEmpty();
        assertThatAllEnd(seen);

        seen.clear();
        TrainingProgress failing = (epoch, step, steps, loss) -> {
            seen.addAll(preparing());
            throw new IllegalStateException("nobody listens");
        };
        assertThatThrownBy(() -> new Trainer(plan(1e-3), data, 3).train(failing))
                .hasMessage("nobody listens");
        assertThat(seen).as("control: there was one").isNotEmpty();
        assertThatAllEnd(seen);
    }

    private static TrainingPlan plan(double learningRate) {
        return new TrainingPlan(
                        GrayCifarArchitectures.CNN_3,
                        Initialisation.PYTORCH,
                        new Optimiser.Sgd(learningRate),
                        2,
                        1,
                        Recording.every(1, Curve.TRAINING_LOSS))
                .withAugmentation(Augmentation.defaults());
    }

    private static List<Thread> preparing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("augmentation"))
                .toList();
    }

    private static void assertThatAllEnd(Collection<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(20).toMillis());
            assertThat(thread.isAlive()).isFalse();
        }
    }

    /** Batches of so many examples, up to a last one that may be smaller. */
    private static List<int[]> indices(int size) {
        List<int[]> indices = new ArrayList<>();
        for (int start = 0; start < 40; start += size) {
            int[] batch = new int[Math.min(size, 40 - start)];
            for (int i = 0; i < batch.length; i++) {
                batch[i] = 39 - start - i;
            }
            indices.add(batch);
        }
        return indices;
    }

    private static float[] values(Batch batch) {
        return batch.features().dup('c').data().asFloat();
    }
}
