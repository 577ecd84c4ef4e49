package org.dlcourse.grading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlcourse.dataset.npy.NpyArray;

/**
 * What a student's result files hold of one network in one part of a handout, under the handout's names.
 *
 * @param part number of the part
 * @param network such as {@code cnn_3}; empty if neither files nor keys name it
 * @param files within the submission, at least one
 * @param arrays curves, numbers and weights by key, such as {@code loss_curve}; accuracies are fractions
 */
public record RecordedTraining(int part, String network, List<String> files, Map<String, NpyArray> arrays) {
    public RecordedTraining {
        files = List.copyOf(files);
        arrays = Map.copyOf(arrays);
    }

    /** Its files in few words: the first, and how many more. */
    public String file() {
        return files.size() == 1 ? files.get(0) : files.get(0) + " and " + (files.size() - 1) + " more";
    }

    /** Whether the files have this key. */
    public boolean has(String key) {
        return arrays.containsKey(key);
    }

    /**
     * The points of a curve.
     *
     * @return none if there is no such curve
     */
    public double[] curve(String key) {
        return array(key).map(NpyArray::doubles).orElseGet(() -> new double[0]);
    }

    /**
     * A single number.
     *
     * @return NaN if there is none under this key
     */
    public double number(String key) {
        double[] numbers = curve(key);
        return numbers.length == 1 ? numbers[0] : Double.NaN;
    }

    /** An array of any shape. */
    public Optional<NpyArray> array(String key) {
        return Optional.ofNullable(arrays.get(key));
    }
}
