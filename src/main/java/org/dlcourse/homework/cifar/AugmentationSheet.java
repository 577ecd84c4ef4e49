package org.dlcourse.homework.cifar;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.dataset.Augmentation;
import org.dlcourse.dataset.Crop;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;
import org.dlcourse.util.SeededRandom;

/**
 * Training images as they are and as augmentation shows them in five epochs.
 *
 * @param prepared images and data
 * @param seed of the random changes
 */
record AugmentationSheet(TutorialCifar10.Prepared prepared, long seed) {
    private static final int IMAGES = 6;
    private static final int EPOCHS = 5;

    Figure figure() {
        LabelledImages images = prepared.images().training();
        List<BufferedImage> tiles = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        List<List<Object>> crops = new ArrayList<>();
        for (int image = 0; image < IMAGES; image++) {
            rows.add(prepared.images().classes().get(images.labels()[image]));
            tiles.add(ImageTile.ofRgb(images.pixels(), image * images.imageSize(), images.height(), images.width()));
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                Crop crop = Augmentation.defaults()
                        .draw(
                                images.height(),
                                images.width(),
                                SeededRandom.of(seed, "sheet image " + image + " in epoch " + epoch));
                tiles.add(tile(images, image, crop));
                crops.add(List.of(image, epoch, crop.top(), crop.left(), crop.height(), crop.width(), crop.flipped()));
            }
        }
        List<String> columns = new ArrayList<>(List.of("as it is"));
        IntStream.rangeClosed(1, EPOCHS).forEach(epoch -> columns.add("changed " + epoch));
        return new Figure(
                "Training images before and after",
                "The first training images, and five random crops of each, resized to the image's size and perhaps mirrored, as"
                        + " training sees them in five epochs. Data: "
                        + prepared.images().title() + ".",
                620,
                600,
                new ImageGrid("", EPOCHS + 1, tiles, rows, columns),
                List.of(new DataTable(
                        "Crops", List.of("image", "epoch", "top", "left", "height", "width", "flipped"), crops)));
    }

    private static BufferedImage tile(LabelledImages images, int image, Crop crop) {
        int size = images.imageSize();
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = images.pixels()[image * size + i] & 0xff;
        }
        float[] changed = new float[size];
        crop.resize(values, 0, changed, 0, images.channels(), images.height(), images.width());
        byte[] planes = new byte[size];
        for (int i = 0; i < size; i++) {
            planes[i] = (byte) Math.round(changed[i]);
        }
        return ImageTile.ofRgb(planes, 0, images.height(), images.width());
    }
}
