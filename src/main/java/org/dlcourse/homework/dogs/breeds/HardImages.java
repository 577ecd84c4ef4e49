package org.dlcourse.homework.dogs.breeds;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.training.FloatArray;

/**
 * The test images of one breed on which a trained network's loss is largest.
 *
 * @param images the test images
 * @param classes names of the breeds
 * @param run the network's, with its probabilities of the test images
 * @param breed which
 * @param hardest three, the worst first
 * @param easiest three, for comparison
 */
record HardImages(
        LabelledImages images,
        List<String> classes,
        Run run,
        int breed,
        List<Prediction> hardest,
        List<Prediction> easiest) {
    private static final int COUNT = 3;

    /**
     * What the network says of one image.
     *
     * @param place among the test images
     * @param predicted the likeliest class
     * @param probability of that class
     * @param probabilityOfTruth of the right class
     */
    record Prediction(int place, int predicted, double probability, double probabilityOfTruth) {
        double loss() {
            return -Math.log(probabilityOfTruth);
        }
    }

    /**
     * Of the breed whose images have the largest mean loss, among those with enough images for hard and easy ones.
     *
     * @throws DataException if there is no such breed
     */
    static HardImages of(LabelledImages images, List<String> classes, Run run) {
        List<Prediction> all = IntStream.range(0, images.count())
                .mapToObj(place -> prediction(run.result().testProbabilities(), place, images.labels()[place]))
                .toList();
        int breed = breeds(images, classes).stream()
                .max(Comparator.comparingDouble(one -> ofBreed(images, all, one).stream()
                        .mapToDouble(Prediction::loss)
                        .average()
                        .orElseThrow()))
                .orElseThrow();
        List<Prediction> sorted = ofBreed(images, all, breed).stream()
                .sorted(Comparator.comparingDouble(Prediction::loss).reversed())
                .toList();
        List<Prediction> easiest = new ArrayList<>(sorted.subList(sorted.size() - COUNT, sorted.size()));
        Collections.reverse(easiest);
        return new HardImages(images, classes, run, breed, sorted.subList(0, COUNT), easiest);
    }

    /**
     * The breeds with enough images for hard and easy ones.
     *
     * @throws DataException if there are none
     */
    static List<Integer> breeds(LabelledImages images, List<String> classes) {
        List<Integer> breeds = IntStream.range(0, classes.size())
                .filter(breed -> IntStream.of(images.labels())
                                .filter(label -> label == breed)
                                .count()
                        >= 2 * COUNT)
                .boxed()
                .toList();
        if (breeds.isEmpty()) {
            throw new DataException("None of the " + classes.size() + " breeds has " + 2 * COUNT
                    + " test images, of which three are hard and three easy; found " + images.count()
                    + " test images of all breeds together. Take a set with more.");
        }
        return breeds;
    }

    private static List<Prediction> ofBreed(LabelledImages images, List<Prediction> all, int breed) {
        return all.stream()
                .filter(prediction -> images.labels()[prediction.place()] == breed)
                .toList();
    }

    private static Prediction prediction(FloatArray probabilities, int place, int label) {
        float[] row = probabilities.row(place);
        int largest = probabilities.largest(place);
        return new Prediction(place, largest, row[largest], Math.max(row[label], Float.MIN_NORMAL));
    }

    /** The breed's test images that are classified wrong. */
    int misclassified() {
        return (int) IntStream.range(0, images.count())
                .filter(place -> images.labels()[place] == breed
                        && run.result().testProbabilities().largest(place) != breed)
                .count();
    }

    Figure figure(String data) {
        List<BufferedImage> tiles = new ArrayList<>();
        hardest.forEach(prediction -> tiles.add(BreedFigure.tile(images, prediction.place())));
        easiest.forEach(prediction -> tiles.add(BreedFigure.tile(images, prediction.place())));
        return new Figure(
                "Hard and easy images of one breed",
                String.format(
                        Locale.ROOT,
                        "Test images of %s, of all breeds with six or more the one with the largest mean loss. Above: the three on which the %s network's loss is"
                                + " largest (%s). Below: the three on which it is smallest (%s). Seed %d. Data: %s.",
                        classes.get(breed),
                        run.request().plan().architecture().name(),
                        words(hardest),
                        words(easiest),
                        run.request().seed(),
                        data),
                620,
                420,
                new ImageGrid("", COUNT, tiles, List.of("hard", "easy"), List.of()),
                List.of(table()));
    }

    private String words(List<Prediction> predictions) {
        return String.join(
                ", ",
                predictions.stream()
                        .map(prediction -> String.format(
                                Locale.ROOT,
                                "%s with %.2f",
                                classes.get(prediction.predicted()),
                                prediction.probability()))
                        .toList());
    }

    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        hardest.forEach(prediction -> rows.add(row("hard", prediction)));
        easiest.forEach(prediction -> rows.add(row("easy", prediction)));
        return new DataTable(
                "Predictions of " + classes.get(breed),
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

    private List<Object> row(String kind, Prediction prediction) {
        Light light = Light.of(images, prediction.place());
        return List.of(
                kind + ", number " + prediction.place(),
                classes.get(prediction.predicted()),
                prediction.probability(),
                prediction.probabilityOfTruth(),
                prediction.loss(),
                light.mean(),
                light.deviation());
    }

    /** Why the hard ones may be hard, from what can be measured. */
    String why() {
        List<String> predicted = hardest.stream()
                .map(prediction -> classes.get(prediction.predicted()))
                .distinct()
                .toList();
        String taken = predicted.equals(List.of(classes.get(breed)))
                ? "The network classifies all three right: they are those of which it is least sure. "
                : "The network takes them for " + String.join(", ", predicted) + ". ";
        if (run.result().testAccuracy() <= ChanceLevel.upperEnd(images.labels())) {
            return taken
                    + "Its test accuracy is not above chance, though: what it finds hard says little of the images.";
        }
        Light hard = Light.mean(images, hardest);
        Light easy = Light.mean(images, easiest);
        long right = easiest.stream()
                .filter(prediction -> prediction.predicted() == breed)
                .count();
        return String.format(
                Locale.ROOT,
                "%sTheir mean brightness is %.2f of white and that of the easy ones %.2f, their contrast (standard deviation) %.2f and"
                        + " %.2f; of the easy ones %d of %d are classified right. What else may make an image hard is for the eye:"
                        + " only a part of the object, other things beside it, a background of a strong colour of its own.",
                taken,
                hard.mean(),
                easy.mean(),
                hard.deviation(),
                easy.deviation(),
                right,
                easiest.size());
    }

    /** Mean and standard deviation of an image's values, from 0 (black) to 1 (white). */
    private record Light(double mean, double deviation) {
        private static final double WHITE = 255;

        static Light of(LabelledImages images, int place) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < images.imageSize(); i++) {
                double value = (images.pixels()[place * images.imageSize() + i] & 0xff) / WHITE;
                sum += value;
                squares += value * value;
            }
            double mean = sum / images.imageSize();
            return new Light(mean, Math.sqrt(squares / images.imageSize() - mean * mean));
        }

        static Light mean(LabelledImages images, List<Prediction> predictions) {
            List<Light> all = predictions.stream()
                    .map(prediction -> of(images, prediction.place()))
                    .toList();
            return new Light(
                    all.stream().mapToDouble(Light::mean).average().orElseThrow(),
                    all.stream().mapToDouble(Light::deviation).average().orElseThrow());
        }
    }
}
