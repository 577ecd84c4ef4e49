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
 * The test images that a network is most wrong about: wrongly classified, with the largest loss.
 *
 * @param images the test images
 * @param classes names
 * @param mistakes the worst first
 * @param wrong all wrongly classified images
 */
record WorstMistakes(LabelledImages images, List<String> classes, List<Mistake> mistakes, int wrong) {
    private static final int COUNT = 15;
    private static final int COLUMNS = 5;

    /**
     * What the network says of one image that it gets wrong.
     *
     * @param place among the test images
     * @param label the right class
     * @param predicted the likeliest class by the network
     * @param confidence its probability of that
     * @param truth its probability of the right class
     */
    record Mistake(int place, int label, int predicted, double confidence, double truth) {
        double loss() {
            return -Math.log(truth);
        }
    }

    static WorstMistakes of(FloatArray probabilities, LabelledImages images, List<String> classes) {
        List<Mistake> all = IntStream.range(0, images.count())
                .filter(place -> probabilities.largest(place) != images.labels()[place])
                .mapToObj(place -> {
                    float[] row = probabilities.row(place);
                    int label = images.labels()[place];
                    int predicted = probabilities.largest(place);
                    return new Mistake(place, label, predicted, row[predicted], Math.max(row[label], Float.MIN_NORMAL));
                })
                .sorted(Comparator.comparingDouble(Mistake::loss).reversed())
                .toList();
        return new WorstMistakes(images, classes, all.subList(0, Math.min(COUNT, all.size())), all.size());
    }

    Figure figure(String circumstances) {
        List<Drawing> tiles = new ArrayList<>();
        for (Mistake mistake : mistakes) {
            tiles.add(new ImageGrid(
                    classes.get(mistake.label()),
                    1,
                    List.of(ImageTile.ofRgb(
                            images.pixels(), mistake.place() * images.imageSize(), images.height(), images.width())),
                    List.of(),
                    List.of(String.format(
                            Locale.ROOT, "→ %s %.2f", classes.get(mistake.predicted()), mistake.confidence()))));
        }
        return new Figure(
                "Worst mistakes",
                String.format(
                        Locale.ROOT,
                        "Of the %,d test images that are classified wrong, those with the largest loss. Bold: the true class;"
                                + " below: what the network says instead, and its probability of that. %s",
                        wrong,
                        circumstances),
                820,
                // The height of a row of tiles with two lines above each.
                205 * ((mistakes.size() + COLUMNS - 1) / COLUMNS),
                new Panels(COLUMNS, tiles),
                List.of(table()));
    }

    DataTable table() {
        return new DataTable(
                "Worst mistakes, in numbers",
                List.of(
                        "Test image",
                        "True class",
                        "Predicted",
                        "Confidence",
                        "Probability of the truth",
                        "Loss / nats"),
                mistakes.stream()
                        .map(mistake -> List.<Object>of(
                                mistake.place(),
                                classes.get(mistake.label()),
                                classes.get(mistake.predicted()),
                                mistake.confidence(),
                                String.format(Locale.ROOT, "%.1e", mistake.truth()),
                                mistake.loss()))
                        .toList());
    }
}
