package org.dlcourse.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class KernelPositionsTest {
    @Test
    void kernelHasAPositionForEachStrideThatFits() {
        KernelPositions positions = new KernelPositions("", 6, 1, 3, 2, 1);

        assertThat(positions.starts()).as("in 8 pixels").containsExactly(0, 2, 4);
        assertThat(positions.leftOver()).isEqualTo(1);
        assertThat(new KernelPositions("", 6, 1, 3, 2, 3).starts())
                .as("weights 3 apart span 7")
                .containsExactly(0);
        assertThat(new KernelPositions("", 6, 1, 9, 2, 1).starts())
                .as("wider than the padded image")
                .isEmpty();
    }

    @Test
    void everyWeightOfEveryPositionIsDrawn() throws IOException {
        double onePosition = vermilion(new KernelPositions("", 6, 0, 6, 1, 1));
        double fourPositions = vermilion(new KernelPositions("", 6, 0, 3, 1, 1));

        // One row of 6 weights fills half the height under the image's row; four rows of 3 are a fifth of the height
        // each.
        assertThat(onePosition).as("pixels of six weights").isGreaterThan(10_000);
        assertThat(fourPositions / onePosition)
                .as("4 rows of 3 weights and a fifth of the height, against 1 row of 6 and half of it")
                .isBetween(0.7, 0.85);
    }

    private static double vermilion(KernelPositions positions) throws IOException {
        byte[] png = new Figure("", "", 300, 300, positions, List.of()).png();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == Palette.VERMILION.getRGB() ? 1 : 0;
            }
        }
        return count;
    }
}
