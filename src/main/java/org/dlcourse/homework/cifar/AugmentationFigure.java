package org.dlcourse.homework.cifar;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.dataset.Augmentation;
import org.dlcourse.dataset.Crop;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;
import org.dlcourse.util.SeededRandom;

/**
 * Training images, and the random crops of them that training sees in five epochs.
 *
 * @param prepared images and data
 * @param seed of the crops
 */
record AugmentationFigure(TutorialCifar10.Prepared prepared, long seed) {
    private static final int IMAGES = 4;
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
        List<String> columns = new ArrayList<>(List.of("original"));
        IntStream.rangeClosed(1, EPOCHS).forEach(epoch -> columns.add("epoch " + epoch));
        return new Figure(
                "Training images and random crops of them",
                "The first training images and a random crop of each for each of five epochs, resized to the image's size and mirrored"
                        + " with probability one half, as in training."
                        + (prepared.images().origin() == Origin.SYNTHETIC
                                ? " Synthetic objects may hardly differ from their background, and a crop may miss them."
                                : "")
                        + " Data: " + prepared.images().title() + ".",
                480,
                320,
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
        float[] cropped = new float[size];
        crop.resize(values, 0, cropped, 0, images.channels(), images.height(), images.width());
        byte[] planes = new byte[size];
        for (int i = 0; i < size; i++) {
            planes[i] = (byte) Math.round(cropped[i]);
        }
        return ImageTile.ofRgb(planes, 0, images.height(), images.width());
    }
}
