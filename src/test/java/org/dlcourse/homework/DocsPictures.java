package org.dlcourse.homework;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.SyntheticCifar10;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;

/** Draws the pictures of the documentation that show embedded data: run it with the folder to write to. */
final class DocsPictures {
    private static final int IMAGES_A_CLASS = 10;

    private DocsPictures() {}

    public static void main(String[] arguments) throws IOException {
        ImageDataset images = SyntheticCifar10.draw(100, 10);
        Files.write(
                Path.of(arguments[0]).resolve("synthetic-cifar10.png"),
                sheet(images).png());
    }

    /** A row of images for each class. */
    private static Figure sheet(ImageDataset dataset) {
        LabelledImages images = dataset.training();
        int classes = dataset.classes().size();
        List<BufferedImage> tiles = new ArrayList<>();
        for (int place = 0; place < classes * IMAGES_A_CLASS; place++) {
            int image = place % IMAGES_A_CLASS * classes + place / IMAGES_A_CLASS;
            tiles.add(ImageTile.ofRgb(images.pixels(), image * images.imageSize(), images.height(), images.width()));
        }
        ImageGrid grid = new ImageGrid("", IMAGES_A_CLASS, tiles, dataset.classes(), List.of());
        return new Figure(dataset.title(), "", 760, 660, grid, List.of());
    }
}
