package org.dlcourse.dataset;

import java.util.Arrays;
import org.dlcourse.util.Sha256;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a network learns from or is tested on: features, and the class of each example or the numbers that belong to it.
 *
 * @param features [examples, channels, height, width], float
 * @param targets one an example
 * @param sha256 digest of features and targets
 */
public record Examples(INDArray features, Targets targets, String sha256) {
    /**
     * Examples of classes.
     *
     * @param features in C order
     * @param shape [examples, channels, height, width]
     * @param labels [examples], from 0 to {@code classes - 1}
     * @throws DataException if there are not as many features as the shape says, or labels as examples
     */
    public static Examples of(float[] features, int[] shape, int[] labels, int classes) {
        if (shape[0] != labels.length || size(shape) != features.length) {
            throw new DataException("Features of shape " + Arrays.toString(shape) + " do not fit " + features.length
                    + " numbers and " + labels.length + " labels.");
        }
        String sha256 = new Sha256().add(shape).add(features).add(labels).hex();
        return new Examples(array(features, shape), new Targets.Classes(labels, classes), sha256);
    }

    /**
     * Examples for regression.
     *
     * @param features in C order
     * @param shape [examples, channels, height, width]
     * @param targets [examples, outputs] in C order
     * @param outputs numbers that belong to an example
     * @throws DataException if there are not as many features as the shape says or targets as examples need, or a target is not
     *     finite
     */
    public static Examples withNumbers(float[] features, int[] shape, float[] targets, int outputs) {
        if ((long) shape[0] * outputs != targets.length || size(shape) != features.length) {
            throw new DataException("Features of shape " + Arrays.toString(shape) + " do not fit " + features.length
                    + " numbers and " + targets.length + " targets, " + outputs + " an example.");
        }
        for (int i = 0; i < targets.length; i++) {
            if (!Float.isFinite(targets[i])) {
                throw new DataException("The targets of example " + i / outputs + " hold " + targets[i]
                        + "; expected finite numbers. Leave the example out.");
            }
        }
        String sha256 = new Sha256()
                .add("numbers")
                .add(shape)
                .add(features)
                .add(new int[] {outputs})
                .add(targets)
                .hex();
        return new Examples(
                array(features, shape), new Targets.Numbers(array(targets, new int[] {shape[0], outputs})), sha256);
    }

    /**
     * Examples whose arrays another process sent.
     *
     * @param features [examples, channels, height, width], float, in C order
     * @param sha256 the digest that they had where they were sent
     * @throws DataException if they have another digest now
     */
    public static Examples arrived(INDArray features, Targets targets, String sha256) {
        Sha256 digest = new Sha256();
        int[] shape = Arrays.stream(features.shape()).mapToInt(Math::toIntExact).toArray();
        if (targets instanceof Targets.Numbers numbers) {
            digest.add("numbers").add(shape);
            FloatPieces.of(features).forEach(digest::add);
            digest.add(new int[] {targets.outputs()});
            FloatPieces.of(numbers.values()).forEach(digest::add);
        } else {
            digest.add(shape);
            FloatPieces.of(features).forEach(digest::add);
            digest.add(((Targets.Classes) targets).labels());
        }
        String found = digest.hex();
        if (!found.equals(sha256)) {
            throw new DataException("Examples arrived with the digest " + found + ", and were sent with " + sha256
                    + ". They were changed on the way.");
        }
        return new Examples(features, targets, sha256);
    }

    private static long size(int[] shape) {
        return Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
    }

    private static INDArray array(float[] values, int[] shape) {
        return Nd4j.createFromArray(values).reshape('c', shape);
    }

    /**
     * The classes of the examples.
     *
     * @return [examples], from 0 to {@code classes() - 1}
     * @throws IllegalStateException if the targets are numbers
     */
    public int[] labels() {
        return ofClasses().labels();
    }

    /**
     * The number of classes.
     *
     * @throws IllegalStateException if the targets are numbers
     */
    public int classes() {
        return ofClasses().classes();
    }

    private Targets.Classes ofClasses() {
        if (targets instanceof Targets.Classes classes) {
            return classes;
        }
        throw new IllegalStateException("These " + count() + " examples have no classes: their targets are numbers, "
                + targets.outputs() + " an example.");
    }

    /** The same features with other labels. */
    public Examples withLabels(int[] newLabels) {
        int[] shape = Arrays.stream(features.shape()).mapToInt(Math::toIntExact).toArray();
        return of(features.dup('c').data().asFloat(), shape, newLabels, classes());
    }

    /** The number of examples. */
    public int count() {
        return (int) features.size(0);
    }
}
