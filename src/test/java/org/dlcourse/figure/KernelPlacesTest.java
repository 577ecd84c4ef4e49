package org.dlcourse.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class KernelPlacesTest {
    @Test
    void kernelHasAPlaceForEachStrideThatFits() {
        KernelPlaces places = new KernelPlaces("", 6, 1, 3, 2, 1);

        assertThat(places.starts()).as("in 8 pixels").containsExactly(0, 2, 4);
        assertThat(places.leftOver()).isEqualTo(1);
        assertThat(new KernelPlaces("", 6, 1, 3, 2, 3).starts())
                .as("weights 3 apart span 7")
                .containsExactly(0);
        assertThat(new KernelPlaces("", 6, 1, 9, 2, 1).starts())
                .as("wider than the padded image")
                .isEmpty();
    }

    @Test
    void everyWeightOfEveryPlaceIsDrawn() throws IOException {
        double onePlace = vermilion(new KernelPlaces("", 6, 0, 6, 1, 1));
        double fourPlaces = vermilion(new KernelPlaces("", 6, 0, 3, 1, 1));

        // One row of 6 weights fills half the height under the image's row; four rows of 3 are a fifth of the height
        // each.
        assertThat(onePlace).as("pixels of six weights").isGreaterThan(10_000);
        assertThat(fourPlaces / onePlace)
                .as("4 rows of 3 weights and a fifth of the height, against 1 row of 6 and half of it")
                .isBetween(0.7, 0.85);
    }

    private static double vermilion(KernelPlaces places) throws IOException {
        byte[] png = new Figure("", "", 300, 300, places, List.of()).png();
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
