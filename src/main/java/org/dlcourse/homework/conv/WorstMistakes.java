package org.dlcourse.homework.conv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Drawing;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;
import org.dlcourse.figure.Panels;
import org.dlcourse.training.FloatArray;

/**
 * The misclassified test images with the largest loss.
 *
 * @param images the test images
 * @param classes names of the classes
 * @param mistakes the worst first
 * @param wrong number of all misclassified images
 */
record WorstMistakes(LabelledImages images, List<String> classes, List<Mistake> mistakes, int wrong) {
    private static final int COUNT = 15;
    private static final int COLUMNS = 5;

    /**
     * A misclassified image.
     *
     * @param index among the test images
     * @param label the true class
     * @param predicted the class with the largest predicted probability
     * @param confidence the predicted probability of that class
     * @param truth the predicted probability of the true class
     */
    record Mistake(int index, int label, int predicted, double confidence, double truth) {
        double loss() {
            return -Math.log(truth);
        }
    }

    static WorstMistakes of(FloatArray probabilities, LabelledImages images, List<String> classes) {
        List<Mistake> all = IntStream.range(0, images.count())
                .filter(i -> probabilities.largest(i) != images.labels()[i])
                .mapToObj(i -> {
                    float[] row = probabilities.row(i);
                    int label = images.labels()[i];
                    int predicted = probabilities.largest(i);
                    return new Mistake(i, label, predicted, row[predicted], Math.max(row[label], Float.MIN_NORMAL));
                })
                .sorted(Comparator.comparingDouble(Mistake::loss).reversed())
                .toList();
        return new WorstMistakes(images, classes, all.subList(0, Math.min(COUNT, all.size())), all.size());
    }

    Figure figure(String caption) {
        List<Drawing> tiles = new ArrayList<>();
        for (Mistake mistake : mistakes) {
            tiles.add(new ImageGrid(
                    classes.get(mistake.label()),
                    1,
                    List.of(ImageTile.ofRgb(
                            images.pixels(), mistake.index() * images.imageSize(), images.height(), images.width())),
                    List.of(),
                    List.of(String.format(
                            Locale.ROOT, "→ %s %.2f", classes.get(mistake.predicted()), mistake.confidence()))));
        }
        return new Figure(
                "Worst mistakes",
                String.format(
                        Locale.ROOT,
                        "Of the %,d misclassified test images, those with the largest loss. Bold: the true class; below: the"
                                + " predicted class and its probability. %s",
                        wrong,
                        caption),
                820,
                // The height of a row of tiles with two lines above each.
                205 * ((mistakes.size() + COLUMNS - 1) / COLUMNS),
                new Panels(COLUMNS, tiles),
                List.of(table()));
    }

    DataTable table() {
        return new DataTable(
                "Probabilities and losses of the worst mistakes",
                List.of(
                        "Test image",
                        "True class",
                        "Predicted",
                        "Confidence",
                        "Probability of the true class",
                        "Loss / nats"),
                mistakes.stream()
                        .map(mistake -> List.<Object>of(
                                mistake.index(),
                                classes.get(mistake.label()),
                                classes.get(mistake.predicted()),
                                mistake.confidence(),
                                String.format(Locale.ROOT, "%.1e", mistake.truth()),
                                mistake.loss()))
                        .toList());
    }
}
