package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dlcourse.dataset.npy.NpyReader;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class AugmentationTest {
    private static final int SIDE = 32;
    private static final int DRAWS = 10_000;

    /** PyTorch interpolates in single precision: some roundings of numbers up to 5. */
    private static final double FLOAT = 5 * 4 * Math.scalb(1, -24);

    @Test
    void resizedCropsArePytorchs() {
        INDArray images = fixture("images");
        INDArray boxes = fixture("boxes");
        INDArray expected = fixture("resized");
        float[] values = images.dup('c').data().asFloat();
        for (int i = 0; i < images.size(0); i++) {
            Crop crop = new Crop(
                    boxes.getInt(i, 0),
                    boxes.getInt(i, 1),
                    boxes.getInt(i, 2),
                    boxes.getInt(i, 3),
                    boxes.getInt(i, 4) == 1);
            float[] resized = new float[3 * SIDE * SIDE];

            crop.resize(values, i * resized.length, resized, 0, 3, SIDE, SIDE);

            float[] pytorch = expected.slice(i).dup('c').data().asFloat();
            for (int p = 0; p < resized.length; p++) {
                assertThat((double) resized[p]).as("%s, value %d", crop, p).isCloseTo(pytorch[p], within(FLOAT));
            }
        }
    }

    @Test
    void wholeImageStaysAsItIs() {
        float[] image = new float[3 * SIDE * SIDE];
        for (int i = 0; i < image.length; i++) {
            image[i] = i;
        }
        float[] same = new float[image.length];

        new Crop(0, 0, SIDE, SIDE, false).resize(image, 0, same, 0, 3, SIDE, SIDE);

        assertThat(same).isEqualTo(image);
    }

    @Test
    void cropsKeepToAreaAspectAndImage() {
        Random random = new Random(1);
        List<Double> areas = new ArrayList<>();
        int flipped = 0;
        for (int i = 0; i < DRAWS; i++) {
            Crop crop = Augmentation.defaults().draw(SIDE, SIDE, random);
            assertThat(crop.top()).isBetween(0, SIDE - crop.height());
            assertThat(crop.left()).isBetween(0, SIDE - crop.width());
            // Sides are rounded to whole pixels, by half a pixel at most.
            assertThat((crop.width() - .5) / (crop.height() + .5)).isLessThan(4 / 3.0);
            assertThat((crop.width() + .5) / (crop.height() - .5)).isGreaterThan(3 / 4.0);
            areas.add(crop.width() * crop.height() / (double) (SIDE * SIDE));
            flipped += crop.flipped() ? 1 : 0;
        }
        assertThat(areas.stream().mapToDouble(Double::doubleValue).min().orElseThrow())
                .as("smallest area")
                .isBetween(.06, .1);
        // Four standard errors of 10,000 coins.
        assertThat(flipped / (double) DRAWS).isCloseTo(.5, within(.02));
    }

    @Test
    void smallAreasAreAsLikelyAsMiddleOnes() {
        Random random = new Random(2);
        int small = 0;
        int middle = 0;
        for (int i = 0; i < DRAWS; i++) {
            Crop crop = Augmentation.defaults().draw(SIDE, SIDE, random);
            double area = crop.width() * crop.height() / (double) (SIDE * SIDE);
            small += area >= .1 && area < .3 ? 1 : 0;
            middle += area >= .3 && area < .5 ? 1 : 0;
        }
        // A fifth of .92 each, so some 2,170: four standard errors of their difference, and rounding to whole pixels.
        assertThat(small - middle).isBetween(-320, 320);
    }

    @Test
    void impossibleDrawsEndInTheMiddle() {
        Augmentation whole = new Augmentation(1, 1, 0);

        assertThat(whole.draw(10, 20, new Random(1))).isEqualTo(new Crop(0, 5, 10, 10, false));
        assertThatThrownBy(() -> new Augmentation(0, 1, 0)).hasMessageContaining("area above 0");
    }

    private static INDArray fixture(String name) {
        return NpyReader.read(Path.of("fixtures/resized_crops", name + ".npy")).toNd4j();
    }
}
