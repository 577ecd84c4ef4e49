package org.dlcourse.homework.cifar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.ColourScale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.HeatMap;
import org.dlcourse.training.FloatArray;

/**
 * What a network takes the test images of each class for.
 *
 * @param classes names
 * @param counts [true class][predicted class]
 */
public record Confusion(List<String> classes, int[][] counts) {
    static Confusion of(Run run, List<String> classes, int[] labels) {
        return of(run.result().testProbabilities(), classes, labels);
    }

    /** Of a network's probabilities, [images, classes]. */
    public static Confusion of(FloatArray probabilities, List<String> classes, int[] labels) {
        int[][] counts = new int[classes.size()][classes.size()];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][probabilities.largest(i)]++;
        }
        return new Confusion(classes, counts);
    }

    int count() {
        int sum = 0;
        for (int[] row : counts) {
            for (int count : row) {
                sum += count;
            }
        }
        return sum;
    }

    /** Part of all images whose class is said right. */
    public double accuracy() {
        int right = 0;
        for (int c = 0; c < counts.length; c++) {
            right += counts[c][c];
        }
        return (double) right / count();
    }

    /** Part of a class's images that are taken for another, or for itself. */
    public double part(int label, int predicted) {
        int images = 0;
        for (int count : counts[label]) {
            images += count;
        }
        return (double) counts[label][predicted] / images;
    }

    /** The matrix as a picture. */
    public Figure figure(String circumstances) {
        double[][] parts = new double[counts.length][counts.length];
        for (int label = 0; label < counts.length; label++) {
            for (int predicted = 0; predicted < counts.length; predicted++) {
                parts[label][predicted] = part(label, predicted);
            }
        }
        return new Figure(
                "Confusion matrix",
                "Rows: the true class; columns: what the network says, in the same order; number and colour: part of the row's test images. "
                        + circumstances,
                760,
                640,
                new HeatMap(parts, ColourScale.sequential(0, 1), classes, "true class", "predicted class"),
                List.of(table()));
    }

    /** Accuracy of each class and what it is most often taken for. */
    public DataTable table() {
        List<String> columns = new ArrayList<>(List.of("Class", "Accuracy", "Most often taken for"));
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
                    part(label, label),
                    String.format(Locale.ROOT, "%s (%.2f)", classes.get(other), part(label, other))));
        }
        return new DataTable("Accuracy by class", columns, rows);
    }
}
