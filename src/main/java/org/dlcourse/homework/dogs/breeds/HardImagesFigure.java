package org.dlcourse.homework.dogs.breeds;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;

/**
 * Hard and easy images of one breed with a network's predictions.
 *
 * @param hard the images
 * @param data description of the training data
 * @param isSynthetic whether the images are drawn
 */
record HardImagesFigure(HardImages hard, String data, boolean isSynthetic) {
    Figure figure() {
        List<BufferedImage> tiles = new ArrayList<>();
        hard.hardest().forEach(prediction -> tiles.add(BreedFigure.tile(hard.images(), prediction.index())));
        hard.easiest().forEach(prediction -> tiles.add(BreedFigure.tile(hard.images(), prediction.index())));
        return new Figure(
                "Hard and easy images of one breed",
                String.format(
                        Locale.ROOT,
                        "Test images of %s, the breed of which the largest fraction is classified correctly (%.2f)."
                                + " Top: the three with the largest loss of the %s network. Bottom: the three with the smallest"
                                + " loss. Below each image: the prediction. Seed %d.%s Data: %s.",
                        hard.classes().get(hard.breed()),
                        hard.accuracy(),
                        hard.run().request().plan().architecture().name(),
                        hard.run().request().seed(),
                        isSynthetic
                                ? " Synthetic objects may hardly differ from their background; the direction in which the background"
                                        + " becomes brighter is a weak cue of the class."
                                : "",
                        data),
                680,
                450,
                new ImageGrid(
                        "",
                        HardImages.COUNT,
                        tiles,
                        List.of("hard", "easy"),
                        List.of(),
                        Stream.concat(hard.hardest().stream(), hard.easiest().stream())
                                .map(this::prediction)
                                .toList()),
                List.of(table()));
    }

    private String prediction(HardImages.Prediction prediction) {
        return String.format(
                Locale.ROOT,
                "%s with probability %.2f",
                hard.classes().get(prediction.predicted()),
                prediction.probability());
    }

    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        hard.hardest().forEach(prediction -> rows.add(row("hard", prediction)));
        hard.easiest().forEach(prediction -> rows.add(row("easy", prediction)));
        return new DataTable(
                "Predictions for images of " + hard.classes().get(hard.breed()),
                List.of(
                        "Image",
                        "Predicted",
                        "Probability of the predicted breed",
                        "Probability of the true breed",
                        "Loss / nats",
                        "Rank by loss of " + hard.ofBreed(),
                        "Brightness",
                        "Contrast"),
                rows);
    }

    private List<Object> row(String kind, HardImages.Prediction prediction) {
        Brightness brightness = Brightness.of(hard.images(), prediction.index());
        return List.of(
                kind + ", index " + prediction.index(),
                hard.classes().get(prediction.predicted()),
                prediction.probability(),
                prediction.trueProbability(),
                prediction.loss(),
                hard.rank(prediction),
                brightness.mean(),
                brightness.deviation());
    }
}
