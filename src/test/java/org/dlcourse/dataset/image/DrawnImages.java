package org.dlcourse.dataset.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Image files for tests, drawn of a number. */
final class DrawnImages {
    static final int HEIGHT = 3;
    static final int WIDTH = 4;

    private DrawnImages() {}

    /** A gray image of 3 rows and 4 columns, in the format that the file's name says. */
    static void gray(Path file, int number) throws IOException {
        write(file, number, BufferedImage.TYPE_BYTE_GRAY, HEIGHT, WIDTH);
    }

    /** A colour file of this kind and size whose pixels are gray. */
    static void write(Path file, int number, int type, int height, int width) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int i = 0; i < height * width; i++) {
            for (int band = 0; band < image.getRaster().getNumBands(); band++) {
                image.getRaster().setSample(i % width, i / width, band, value(number, i));
            }
        }
        write(file, image);
    }

    /** An image of one colour. */
    static void red(Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < HEIGHT * WIDTH; i++) {
            image.setRGB(i % WIDTH, i / WIDTH, 0xff0000);
        }
        write(file, image);
    }

    /** The value of a gray pixel. */
    static int value(int number, int pixel) {
        return 20 * number + pixel;
    }

    private static void write(Path file, BufferedImage image) throws IOException {
        Files.createDirectories(file.getParent());
        String name = file.getFileName().toString();
        ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    }
}
