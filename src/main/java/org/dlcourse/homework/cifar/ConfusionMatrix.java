package org.dlcourse.homework.cifar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.figure.ColourScale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.HeatMap;
import org.dlcourse.training.FloatArray;

/**
 * A confusion matrix: the test images of each class by predicted class.
 *
 * @param classes names
 * @param counts [true class][predicted class]
 */
public record ConfusionMatrix(List<String> classes, int[][] counts) {
    /**
     * Counts the classes with the largest probability.
     *
     * @param probabilities [images, classes]
     * @param classes names
     * @param labels true class of each image
     * @return the confusion matrix
     */
    public static ConfusionMatrix of(FloatArray probabilities, List<String> classes, int[] labels) {
        int[][] counts = new int[classes.size()][classes.size()];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][probabilities.largest(i)]++;
        }
        return new ConfusionMatrix(classes, counts);
    }

    /**
     * Counts predicted classes.
     *
     * @param predicted class of each image
     * @param classes names
     * @param labels true class of each image
     * @return the confusion matrix
     */
    public static ConfusionMatrix of(int[] predicted, List<String> classes, int[] labels) {
        int[][] counts = new int[classes.size()][classes.size()];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][predicted[i]]++;
        }
        return new ConfusionMatrix(classes, counts);
    }

    /** The number of images. */
    public int count() {
        int sum = 0;
        for (int[] row : counts) {
            for (int count : row) {
                sum += count;
            }
        }
        return sum;
    }

    /** Fraction of all images whose class is predicted correctly. */
    public double accuracy() {
        return (double) correct() / count();
    }

    /** The number of images whose class is predicted correctly. */
    public int correct() {
        int correct = 0;
        for (int c = 0; c < counts.length; c++) {
            correct += counts[c][c];
        }
        return correct;
    }

    /** The accuracy of the class that is recognised least. */
    double lowestClassAccuracy() {
        return fraction(leastRecognised(), leastRecognised());
    }

    /** The name of that class. */
    String leastRecognisedClass() {
        return classes.get(leastRecognised());
    }

    private int leastRecognised() {
        return IntStream.range(0, counts.length)
                .boxed()
                .min(Comparator.comparingDouble(label -> fraction(label, label)))
                .orElseThrow();
    }

    /** Fraction of a class's images that are predicted as another class, or as their own. */
    public double fraction(int label, int predicted) {
        int images = 0;
        for (int count : counts[label]) {
            images += count;
        }
        return (double) counts[label][predicted] / images;
    }

    /**
     * The matrix as fractions of each class's images.
     *
     * @param runs what the caption says of the runs
     * @return a heat map
     */
    public Figure figure(String runs) {
        double[][] fractions = new double[counts.length][counts.length];
        for (int label = 0; label < counts.length; label++) {
            for (int predicted = 0; predicted < counts.length; predicted++) {
                fractions[label][predicted] = fraction(label, predicted);
            }
        }
        return new Figure(
                "Confusion matrix",
                "Rows: the true class; columns: the predicted class, in the same order. Number and colour: fraction of the row's test images. "
                        + runs,
                620,
                500,
                new HeatMap(fractions, ColourScale.sequential(0, 1), classes, "true class", "predicted class"),
                List.of(table()));
    }

    /** Accuracy and most frequent wrong prediction of each class. */
    public DataTable table() {
        List<String> columns = new ArrayList<>(List.of("Class", "Accuracy", "Most frequent wrong prediction"));
        List<List<Object>> rows = new ArrayList<>();
        for (int label = 0; label < counts.length; label++) {
            int other = label == 0 ? 1 : 0;
            for (int predicted = 0; predicted < counts.length; predicted++) {
                if (predicted != label && counts[label][predicted] > counts[label][other]) {
                    other = predicted;
                }
            }
            rows.add(List.of(
                    classes.get(label),
                    fraction(label, label),
                    String.format(Locale.ROOT, "%s (%.2f)", classes.get(other), fraction(label, other))));
        }
        return new DataTable("Accuracy by class", columns, rows);
    }
}
