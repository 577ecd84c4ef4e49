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
 * @param classes names of the breeds, by label
 * @param run the network's run, with its probabilities for the test images
 * @param breed label of the breed
 * @param hardest the three images with the largest loss, the largest first
 * @param easiest the three images with the smallest loss, the smallest first
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
     * The network's prediction for one image.
     *
     * @param index index of the image in the test set
     * @param predicted the most probable class
     * @param probability probability of the predicted class
     * @param trueProbability probability of the true class
     */
    record Prediction(int index, int predicted, double probability, double trueProbability) {
        double loss() {
            return -Math.log(trueProbability);
        }
    }

    /**
     * The hard images of the breed of which the network classifies the largest fraction correctly, among the breeds with at least six
     * test images: of a breed that it has learnt, so that the hard images differ from easy ones.
     *
     * @throws DataException if no breed has enough images
     */
    static HardImages of(LabelledImages images, List<String> classes, Run run) {
        List<Prediction> all = IntStream.range(0, images.count())
                .mapToObj(index -> prediction(run.result().testProbabilities(), index, images.labels()[index]))
                .toList();
        int breed = breeds(images, classes).stream()
                .max(Comparator.comparingDouble(candidate -> ofBreed(images, all, candidate).stream()
                        .mapToInt(prediction -> prediction.predicted() == candidate ? 1 : 0)
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
     * The breeds with at least six test images, enough for three hard and three easy ones.
     *
     * @throws DataException if no breed has enough images
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
            throw new DataException("None of the " + classes.size() + " breeds has at least " + 2 * COUNT
                    + " test images, which three hard and three easy ones need; found " + images.count()
                    + " test images in all. Use a data set with more test images.");
        }
        return breeds;
    }

    private static List<Prediction> ofBreed(LabelledImages images, List<Prediction> all, int breed) {
        return all.stream()
                .filter(prediction -> images.labels()[prediction.index()] == breed)
                .toList();
    }

    private static Prediction prediction(FloatArray probabilities, int index, int label) {
        float[] row = probabilities.row(index);
        int largest = probabilities.largest(index);
        return new Prediction(index, largest, row[largest], Math.max(row[label], Float.MIN_NORMAL));
    }

    /** The number of test images of the breed. */
    int ofBreed() {
        return (int)
                IntStream.of(images.labels()).filter(label -> label == breed).count();
    }

    /** The fraction of the breed's test images that are classified correctly. */
    double accuracy() {
        return 1 - (double) misclassified() / ofBreed();
    }

    /** The mean loss of another network on predictions' images, in nats. */
    double meanLoss(Run other, List<Prediction> predictions) {
        return predictions.stream()
                .mapToDouble(prediction -> prediction(other.result().testProbabilities(), prediction.index(), breed)
                        .loss())
                .average()
                .orElseThrow();
    }

    /** The rank of an image among all test images of the breed by loss, 1 for the largest. */
    int rank(Prediction prediction) {
        return 1
                + (int) IntStream.range(0, images.count())
                        .filter(index -> images.labels()[index] == breed)
                        .filter(index ->
                                run.result().testProbabilities().row(index)[breed] < prediction.trueProbability())
                        .count();
    }

    /** The number of test images of the breed that are misclassified. */
    int misclassified() {
        return (int) IntStream.range(0, images.count())
                .filter(index -> images.labels()[index] == breed
                        && run.result().testProbabilities().largest(index) != breed)
                .count();
    }

    /** Whether the predicted breed is the true one. */
    boolean isCorrect(Prediction prediction) {
        return prediction.predicted() == breed;
    }

    /** The number of other test images of the breed whose true class is less probable than that of the third hard image. */
    long harderOthers() {
        List<Integer> shown = hardest.stream().map(Prediction::index).toList();
        double last = hardest.get(hardest.size() - 1).trueProbability();
        return IntStream.range(0, images.count())
                .filter(index -> images.labels()[index] == breed && !shown.contains(index))
                .filter(index -> run.result().testProbabilities().row(index)[breed] < last)
                .count();
    }
}
