package org.dlcourse.homework.dogs.breeds;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;

/**
 * Hard and easy images of one breed with a network's predictions.
 *
 * @param hard the images
 * @param data what the network has learnt from, in words
 */
record HardImagesFigure(HardImages hard, String data) {
    Figure figure() {
        List<BufferedImage> tiles = new ArrayList<>();
        hard.hardest().forEach(prediction -> tiles.add(BreedFigure.tile(hard.images(), prediction.place())));
        hard.easiest().forEach(prediction -> tiles.add(BreedFigure.tile(hard.images(), prediction.place())));
        return new Figure(
                "Hard and easy images of one breed",
                String.format(
                        Locale.ROOT,
                        "Test images of %s, of all breeds with six or more the one with the largest mean loss. Above: the three on which the %s network's loss is"
                                + " largest (%s). Below: the three on which it is smallest (%s). Seed %d. Data: %s.",
                        hard.classes().get(hard.breed()),
                        hard.run().request().plan().architecture().name(),
                        words(hard.hardest()),
                        words(hard.easiest()),
                        hard.run().request().seed(),
                        data),
                620,
                420,
                new ImageGrid("", HardImages.COUNT, tiles, List.of("hard", "easy"), List.of()),
                List.of(table()));
    }

    private String words(List<HardImages.Prediction> predictions) {
        return String.join(
                ", ",
                predictions.stream()
                        .map(prediction -> String.format(
                                Locale.ROOT,
                                "%s with %.2f",
                                hard.classes().get(prediction.predicted()),
                                prediction.probability()))
                        .toList());
    }

    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        hard.hardest().forEach(prediction -> rows.add(row("hard", prediction)));
        hard.easiest().forEach(prediction -> rows.add(row("easy", prediction)));
        return new DataTable(
                "Predictions of " + hard.classes().get(hard.breed()),
                List.of(
                        "Image",
                        "Predicted",
                        "Probability of that",
                        "Probability of the truth",
                        "Loss / nats",
                        "Brightness",
                        "Contrast"),
                rows);
    }

    private List<Object> row(String kind, HardImages.Prediction prediction) {
        Brightness light = Brightness.of(hard.images(), prediction.place());
        return List.of(
                kind + ", number " + prediction.place(),
                hard.classes().get(prediction.predicted()),
                prediction.probability(),
                prediction.probabilityOfTruth(),
                prediction.loss(),
                light.mean(),
                light.deviation());
    }
}
