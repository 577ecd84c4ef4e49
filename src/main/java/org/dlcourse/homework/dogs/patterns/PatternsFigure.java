package org.dlcourse.homework.dogs.patterns;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.figure.ColourScale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;
import org.dlcourse.homework.data.OrientationPatterns;

/**
 * Examples of the patterns of each class.
 *
 * @param patterns patterns and data for training
 */
record PatternsFigure(Patterns.Prepared patterns) {
    private static final int EXAMPLES = 8;
    private static final int WHITE = 255;

    Figure figure() {
        LabelledImages images = patterns.all().images();
        List<BufferedImage> tiles = new ArrayList<>();
        for (int label = 0; label < OrientationPatterns.CLASSES.size(); label++) {
            int wanted = label;
            IntStream.range(0, images.count())
                    .filter(index -> images.labels()[index] == wanted)
                    .limit(EXAMPLES)
                    .forEach(index -> tiles.add(tile(images, index)));
        }
        return new Figure(
                "Patterns of each class",
                "The first " + EXAMPLES + " of each class. Data: "
                        + patterns.data().description() + ".",
                820,
                210,
                new ImageGrid("", EXAMPLES, tiles, OrientationPatterns.CLASSES, List.of()),
                List.of(positions()));
    }

    private static BufferedImage tile(LabelledImages images, int index) {
        double[] values = new double[images.imageSize()];
        for (int i = 0; i < values.length; i++) {
            values[i] = images.pixels()[index * images.imageSize() + i] & WHITE;
        }
        return ImageTile.of(values, images.height(), images.width(), ColourScale.gray(0, WHITE));
    }

    private DataTable positions() {
        return new DataTable(
                "Class and position of the first 100 patterns",
                List.of("class", "row", "column"),
                IntStream.range(0, Math.min(100, patterns.all().images().count()))
                        .mapToObj(i -> List.<Object>of(
                                OrientationPatterns.CLASSES.get(
                                        patterns.all().images().labels()[i]),
                                patterns.all().rows()[i],
                                patterns.all().columns()[i]))
                        .toList());
    }
}
