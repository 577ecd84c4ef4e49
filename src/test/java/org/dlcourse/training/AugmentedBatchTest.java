package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.dlcourse.dataset.Augmentation;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.EnabledIfBitsRepeat;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.InputForm;
import org.junit.jupiter.api.Test;

class AugmentedBatchTest {
    private final TrainingData data = TinyData.of(40);
    private final ExampleBatches examples = new ExampleBatches(data.training(), InputForm.IMAGES);
    private final long[] shape = data.training().features().shape();

    @Test
    void imageChangesByItsOwnNumbersWhateverTheBatch() {
        AugmentedBatch augmented = new AugmentedBatch(Augmentation.defaults(), 3, 1);

        float[] alone = values(augmented.of(examples.batch(new int[] {7}), new int[] {7}, shape));
        float[] second = values(augmented.of(examples.batch(new int[] {5, 7}), new int[] {5, 7}, shape));
        float[] nextEpoch = values(new AugmentedBatch(Augmentation.defaults(), 3, 2)
                .of(examples.batch(new int[] {7}), new int[] {7}, shape));

        assertThat(Arrays.copyOfRange(second, alone.length, second.length)).isEqualTo(alone);
        assertThat(nextEpoch).as("another epoch").isNotEqualTo(alone);
        assertThat(alone).as("control: something changes").isNotEqualTo(values(examples.batch(new int[] {7})));
    }

    @Test
    @EnabledIfBitsRepeat
    void trainingAloneSeesChangedImages() {
        TrainingPlan still = new TrainingPlan(
                GrayCifarArchitectures.CNN_3,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(0),
                40,
                1,
                Recording.every(
                        1, Curve.TRAINING_LOSS, Curve.TRAINING_SET_LOSS, Curve.VALIDATION_LOSS, Curve.TEST_ACCURACY));

        TrainingResult plain = new Trainer(still, data, 3).train(TrainingProgress.SILENT);
        TrainingResult changed =
                new Trainer(still.withAugmentation(Augmentation.defaults()), data, 3).train(TrainingProgress.SILENT);

        assertThat(changed.curves().of(Curve.TRAINING_LOSS))
                .isNotEqualTo(plain.curves().of(Curve.TRAINING_LOSS));
        for (Curve measured : new Curve[] {Curve.TRAINING_SET_LOSS, Curve.VALIDATION_LOSS, Curve.TEST_ACCURACY}) {
            assertThat(changed.curves().of(measured))
                    .as("%s", measured)
                    .isEqualTo(plain.curves().of(measured));
        }
    }

    @Test
    void perceptronsSeeChangedImagesToo() {
        ExampleBatches vectors = new ExampleBatches(data.training(), InputForm.VECTORS);
        AugmentedBatch augmented = new AugmentedBatch(Augmentation.defaults(), 3, 1);

        assertThat(values(augmented.of(vectors.batch(new int[] {7}), new int[] {7}, shape)))
                .isEqualTo(values(augmented.of(examples.batch(new int[] {7}), new int[] {7}, shape)));
    }

    private static float[] values(Batch batch) {
        return batch.features().dup('c').data().asFloat();
    }
}
