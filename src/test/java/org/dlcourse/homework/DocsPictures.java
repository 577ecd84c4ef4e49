package org.dlcourse.homework;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.figure.ColourScale;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;
import org.dlcourse.homework.data.OrientationPatterns;
import org.dlcourse.homework.data.SyntheticCifar10;
import org.dlcourse.homework.data.SyntheticDogSet;
import org.dlcourse.homework.data.SyntheticMnist;

/** Draws the pictures of the documentation that show embedded data: run it with the folder to write to. */
final class DocsPictures {
    private static final int IMAGES_A_CLASS = 10;
    /** Of large images fewer: a file of noise hardly packs. */
    private static final int LARGE_IMAGES_A_CLASS = 6;

    private DocsPictures() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ImageDataset objects = SyntheticCifar10.draw(100, 10);
        write(folder, "cifar10", sheet(objects.title(), objects.training(), objects.classes(), IMAGES_A_CLASS));
        ImageDataset digits = SyntheticMnist.draw(100, 10);
        write(folder, "mnist", sheet(digits.title(), digits.training(), digits.classes(), IMAGES_A_CLASS));
        PartitionedImages dogs = SyntheticDogSet.draw(100, 10, 10);
        write(folder, "dogset", sheet(dogs.title(), dogs.training(), dogs.classes(), LARGE_IMAGES_A_CLASS));
        LabelledImages patterns = OrientationPatterns.draw(20, 1).images();
        write(
                folder,
                "orientation-patterns",
                sheet("Patterns by orientation (synthetic)", patterns, OrientationPatterns.CLASSES, IMAGES_A_CLASS));
    }

    private static void write(Path folder, String name, Figure picture) throws IOException {
        Files.write(folder.resolve("synthetic-" + name + ".png"), picture.png());
    }

    /** A row of images for each class. */
    private static Figure sheet(String title, LabelledImages images, List<String> classes, int columns) {
        List<BufferedImage> tiles = new ArrayList<>();
        for (int place = 0; place < classes.size() * columns; place++) {
            tiles.add(tile(images, place % columns * classes.size() + place / columns));
        }
        ImageGrid grid = new ImageGrid("", columns, tiles, classes, List.of());
        return new Figure(
                title, "", columns * 64 + 120, classes.size() > 2 ? 60 + 60 * classes.size() : 140, grid, List.of());
    }

    private static BufferedImage tile(LabelledImages images, int image) {
        if (images.channels() > 1) {
            return ImageTile.ofRgb(images.pixels(), image * images.imageSize(), images.height(), images.width());
        }
        double[] gray = new double[images.imageSize()];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = images.pixel(image, 0, i / images.width(), i % images.width());
        }
        return ImageTile.of(gray, images.height(), images.width(), ColourScale.gray(0, 255));
    }
}
