package org.dlcourse.homework.dogs.breeds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.experiment.Run;
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
    static final int COUNT = 3;

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

    /** Whether the network names the right breed. */
    boolean isRight(Prediction prediction) {
        return prediction.predicted() == breed;
    }

    /** The breed's test images, other than the hard ones, that are given a smaller probability than the last of those. */
    long harderOthers() {
        List<Integer> shown = hardest.stream().map(Prediction::place).toList();
        double last = hardest.get(hardest.size() - 1).probabilityOfTruth();
        return IntStream.range(0, images.count())
                .filter(place -> images.labels()[place] == breed && !shown.contains(place))
                .filter(place -> run.result().testProbabilities().row(place)[breed] < last)
                .count();
    }
}
