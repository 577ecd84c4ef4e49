package org.dlcourse.dataset;

import java.util.Arrays;
import org.dlcourse.util.Sha256;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a network learns from or is tested on: features and the number of each one's class.
 *
 * @param features [examples, channels, height, width], float
 * @param labels [examples], from 0 to {@code classes - 1}
 * @param classes number of classes
 * @param sha256 digest of features and labels
 */
public record Examples(INDArray features, int[] labels, int classes, String sha256) {
    /** Makes examples of features in C order. */
    public static Examples of(float[] features, int[] shape, int[] labels, int classes) {
        if (shape[0] != labels.length
                || Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b) != features.length) {
            throw new DataException("Features of shape " + Arrays.toString(shape) + " do not fit " + features.length
                    + " numbers and " + labels.length + " labels.");
        }
        String sha256 = new Sha256().add(shape).add(features).add(labels).hex();
        INDArray array = Nd4j.createFromArray(features).reshape('c', shape);
        return new Examples(array, labels, classes, sha256);
    }

    /** The same features with other labels. */
    public Examples withLabels(int[] newLabels) {
        int[] shape = Arrays.stream(features.shape()).mapToInt(Math::toIntExact).toArray();
        return of(features.dup('c').data().asFloat(), shape, newLabels, classes);
    }

    public int count() {
        return labels.length;
    }
}
